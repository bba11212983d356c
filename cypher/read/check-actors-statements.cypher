// The visible statements of some actors; none for one without. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, statements
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[:MADE]->(x:Statement) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS statements
RETURN n.id AS id, statements
ORDER BY id
