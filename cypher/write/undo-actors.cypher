// The actors of the statements of an import that the import does not own: they stay when it is undone.
// Parameters: importId STRING
// Columns: ids LIST<STRING>
MATCH (s:Statement {importId: $importId})
MATCH (s)<-[:MADE]-(a) WHERE a.importId <> $importId
WITH DISTINCT a.id AS id
RETURN collect(id) AS ids
