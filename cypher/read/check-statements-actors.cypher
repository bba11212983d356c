// Who made some statements. $ids LIST<STRING>
// Columns: id (of the statement), target
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)<-[:MADE]-(a:Actor)
RETURN s.id AS id, a.id AS target
ORDER BY id, target
