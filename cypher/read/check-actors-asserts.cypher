// The number of visible ASSERTS edges of some actors. An actor without one has no row.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, asserts INTEGER
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[x:ASSERTS]->(:Claim) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS asserts
RETURN n.id AS id, asserts
ORDER BY id
