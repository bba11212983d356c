// Counts the claims that some actors assert.
// Parameters: ids LIST<STRING>, without STRING (an import that is being undone and does not count; empty for none)
// Columns: none
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[r:ASSERTS]->() WHERE r.importId <> $without
WITH a, count(r) AS positions
SET a.asserts = positions
