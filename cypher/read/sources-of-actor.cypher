// The documents that quote an actor. Those with most of its statements come first, then the newest
// ones.
// Parameters: id STRING, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING (of the document), statements INTEGER,
//   day STRING (of publication, or an empty text)
MATCH (a:Actor {id: $id})-[:MADE]->(s:Statement)
MATCH (s)-[:QUOTED_IN]->(d:Document)
WHERE NOT s.importId IN $hidden AND NOT d.importId IN $hidden
WITH d.id AS id, coalesce(d.publishedAt, '') AS day, count(s) AS statements
RETURN id, statements, day
ORDER BY statements DESC, day DESC, id LIMIT $limit
