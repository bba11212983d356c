// The documents that quote some statements.
// Parameters: ids LIST<STRING>
// Columns: id STRING (of the statement), target STRING (the document)
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[:QUOTED_IN]->(d:Document)
RETURN s.id AS id, d.id AS target
ORDER BY id, target
