// The visible ASSERTS edges of some claims; none for one without. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, asserters
UNWIND $ids AS id
MATCH (n:Claim {id: id})
MATCH (n)<-[x:ASSERTS]-(:Actor) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS asserters
RETURN n.id AS id, asserters
ORDER BY id
