// The documents that quote some statements.
// Parameters: ids LIST<STRING> (statements), hidden LIST<STRING>, limit INTEGER
// Columns: statement STRING, id STRING, title STRING, url STRING or null, publishedAt STRING or null
UNWIND $ids AS wanted
MATCH (s:Statement {id: wanted})-[:QUOTED_IN]->(d:Document) WHERE NOT d.importId IN $hidden
RETURN s.id AS statement, d.id AS id, d.title AS title, d.url AS url, d.publishedAt AS publishedAt
ORDER BY statement, id LIMIT $limit
