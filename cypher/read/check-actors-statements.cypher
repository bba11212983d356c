// The number of visible statements of some actors. An actor without one has no row.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, statements INTEGER
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[:MADE]->(x:Statement) WHERE NOT x.importId IN $hidden
WITH n, count(x) AS statements
RETURN n.id AS id, statements
ORDER BY id
