// The orders of the reporters of some statements.
// Parameters: ids LIST<STRING>
// Columns: id STRING (of the statement), target INTEGER (the order)
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[r:REPORTED_BY]->(:Actor)
RETURN s.id AS id, r.order AS target
ORDER BY id, target
