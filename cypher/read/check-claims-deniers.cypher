// The number of visible DENIES edges of some claims. A claim without one has no row.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, deniers INTEGER
UNWIND $ids AS id
MATCH (n:Claim {id: id})
MATCH (n)<-[x:DENIES]-(:Actor) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS deniers
RETURN n.id AS id, deniers
ORDER BY id
