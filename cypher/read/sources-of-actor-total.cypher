// The number of documents that quote an actor, and of its statements that a document quotes.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: documents INTEGER, statements INTEGER
MATCH (a:Actor {id: $id})-[:MADE]->(s:Statement)
MATCH (s)-[:QUOTED_IN]->(d:Document)
WHERE NOT s.importId IN $hidden AND NOT d.importId IN $hidden
RETURN count(DISTINCT d.id) AS documents, count(s) AS statements
LIMIT 1
