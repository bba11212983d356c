// Counts the statements of some actors.
// Parameters: ids LIST<STRING>, without STRING (an import that is being undone and does not count; empty for none)
// Columns: none
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[:MADE]->(s) WHERE s.importId <> $without
WITH a, count(s) AS statements
SET a.statements = statements
