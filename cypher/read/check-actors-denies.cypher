// The number of visible DENIES edges of some actors. An actor without one has no row.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, denies INTEGER
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[x:DENIES]->(:Claim) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS denies
RETURN n.id AS id, denies
ORDER BY id
