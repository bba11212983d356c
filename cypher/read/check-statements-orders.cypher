// In which order some statements were reported. $ids LIST<STRING>
// Columns: id (of the statement), target
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[r:REPORTED_BY]->(:Actor)
RETURN s.id AS id, r.order AS target
ORDER BY id, target
