// The visible DENIES edges of some claims; none for one without. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, deniers
UNWIND $ids AS id
MATCH (n:Claim {id: id})
MATCH (n)<-[x:DENIES]-(:Actor) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS deniers
RETURN n.id AS id, deniers
ORDER BY id
