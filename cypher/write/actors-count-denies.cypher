// Counts the claims that some actors deny.
// Parameters: ids LIST<STRING>, without STRING (an import that is being undone and does not count; empty for none)
// Columns: none
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[r:DENIES]->() WHERE r.importId <> $without
WITH a, count(r) AS positions
SET a.denies = positions
