// The visible DENIES edges of some actors; none for one without. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, denies
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[x:DENIES]->(:Claim) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS denies
RETURN n.id AS id, denies
ORDER BY id
