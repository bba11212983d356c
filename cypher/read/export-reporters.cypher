// Who reported some statements. $ids LIST<STRING>
// Columns: id (of the statement), target, order
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[r:REPORTED_BY]->(a:Actor)
RETURN s.id AS id, a.id AS target, r.order AS order
ORDER BY id, order, target
