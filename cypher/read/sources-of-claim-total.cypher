// The number of documents that quote statements on a claim, and of its statements that a document quotes.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: documents INTEGER, statements INTEGER
MATCH (c:Claim {id: $id})<-[:ABOUT]-(s:Statement)
MATCH (s)-[:QUOTED_IN]->(d:Document)
WHERE NOT s.importId IN $hidden AND NOT d.importId IN $hidden
RETURN count(DISTINCT d.id) AS documents, count(s) AS statements
LIMIT 1
