// What some statements are about. $ids LIST<STRING>
// Columns: id (of the statement), target
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[:ABOUT]->(c:Claim)
RETURN s.id AS id, c.id AS target
ORDER BY id, target
