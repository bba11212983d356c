// The actors who made some statements.
// Parameters: ids LIST<STRING>
// Columns: id STRING (of the statement), target STRING (the actor)
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)<-[:MADE]-(a:Actor)
RETURN s.id AS id, a.id AS target
ORDER BY id, target
