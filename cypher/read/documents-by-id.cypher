// The visible documents among some ids, without their texts.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, title STRING, url STRING or null, publishedAt STRING or null
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted}) WHERE NOT d.importId IN $hidden
RETURN d.id AS id, d.title AS title, d.url AS url, d.publishedAt AS publishedAt
ORDER BY id LIMIT $limit
