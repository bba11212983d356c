// The reporters of some statements, nearest to the document first.
// Parameters: ids LIST<STRING>
// Columns: id STRING (of the statement), target STRING (the reporter), order INTEGER
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[r:REPORTED_BY]->(a:Actor)
RETURN s.id AS id, a.id AS target, r.order AS order
ORDER BY id, order, target
