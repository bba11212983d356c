// How many documents there are that quote statements on a claim, and how many of its statements stand in one.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: documents INTEGER, statements INTEGER
MATCH (c:Claim {id: $id})<-[:ABOUT]-(s:Statement)
MATCH (s)-[:QUOTED_IN]->(d:Document)
WHERE NOT s.importId IN $hidden AND NOT d.importId IN $hidden
RETURN count(DISTINCT d.id) AS documents, count(s) AS statements
LIMIT 1
