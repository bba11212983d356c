// Documents by id, without their texts.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, title STRING, url STRING or null, publishedAt STRING or null, language STRING or null,
//   attributes STRING or null (JSON), sha256 STRING or null, importId STRING
UNWIND $ids AS id
MATCH (n:Document {id: id}) WHERE NOT n.importId IN $hidden
RETURN n.id AS id, n.title AS title, n.url AS url, n.publishedAt AS publishedAt, n.language AS language,
       n.attributes AS attributes, n.sha256 AS sha256, n.importId AS importId
ORDER BY id
