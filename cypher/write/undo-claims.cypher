// The claims of the statements of an import that the import does not own: they stay when it is undone.
// Parameters: importId STRING
// Columns: ids LIST<STRING>
MATCH (s:Statement {importId: $importId})
MATCH (s)-[:ABOUT]->(c) WHERE c.importId <> $importId
WITH DISTINCT c.id AS id
RETURN collect(id) AS ids
