// The visible ASSERTS edges of some actors; none for one without. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, asserts
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[x:ASSERTS]->(:Claim) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS asserts
RETURN n.id AS id, asserts
ORDER BY id
