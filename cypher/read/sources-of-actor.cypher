// The documents that quote an actor. Those with most of its statements come first.
// Parameters: id STRING, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING (of the document), statements INTEGER
MATCH (a:Actor {id: $id})-[:MADE]->(s:Statement)
MATCH (s)-[:QUOTED_IN]->(d:Document)
WHERE NOT s.importId IN $hidden AND NOT d.importId IN $hidden
WITH d.id AS id, count(s) AS statements
RETURN id, statements
ORDER BY statements DESC, id LIMIT $limit
