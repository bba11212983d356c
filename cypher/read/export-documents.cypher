// Documents by id, without their texts. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, title, url, publishedAt, language, sha256, importId
UNWIND $ids AS id
MATCH (n:Document {id: id}) WHERE NOT n.importId IN $hidden
RETURN n.id AS id, n.title AS title, n.url AS url, n.publishedAt AS publishedAt, n.language AS language, n.sha256 AS sha256, n.importId AS importId
ORDER BY id
