// Documents by id, without their texts. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, title, url, publishedAt, language, sha256, importId, publisher
UNWIND $ids AS id
MATCH (n:Document {id: id}) WHERE NOT n.importId IN $hidden
OPTIONAL MATCH (n)-[:PUBLISHED_BY]->(a:Actor)
WITH n, min(a.id) AS publisher
RETURN n.id AS id, n.title AS title, n.url AS url, n.publishedAt AS publishedAt, n.language AS language, n.sha256 AS sha256, n.importId AS importId, publisher
ORDER BY id
