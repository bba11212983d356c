// Where some statements stand. $ids LIST<STRING>
// Columns: id (of the statement), target
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[:QUOTED_IN]->(d:Document)
RETURN s.id AS id, d.id AS target
ORDER BY id, target
