// Who reported some statements. $ids LIST<STRING>
// Columns: id (statement), actor, order
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[r:REPORTED_BY]->(a:Actor)
RETURN s.id AS id, a.id AS actor, r.order AS order
ORDER BY id, order, actor
