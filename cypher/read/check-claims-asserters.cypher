// The number of visible ASSERTS edges of some claims. A claim without one has no row.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, asserters INTEGER
UNWIND $ids AS id
MATCH (n:Claim {id: id})
MATCH (n)<-[x:ASSERTS]-(:Actor) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS asserters
RETURN n.id AS id, asserters
ORDER BY id
