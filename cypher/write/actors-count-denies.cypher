// Counts the claims that some actors deny. $ids LIST<STRING>, $without STRING: an import that does not count
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[r:DENIES]->() WHERE r.importId <> $without
WITH a, count(r) AS positions
SET a.denies = positions
