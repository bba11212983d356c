// Claims that stay when import $importId goes, and about which it has statements.
// Columns: ids LIST<STRING>
MATCH (s:Statement {importId: $importId})
MATCH (s)-[:ABOUT]->(c) WHERE c.importId <> $importId
WITH DISTINCT c.id AS id
RETURN collect(id) AS ids
