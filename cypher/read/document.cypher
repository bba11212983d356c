// One visible document with its text.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: id STRING, title STRING, url STRING or null, publishedAt STRING or null, language STRING or null,
//   attributes STRING or null (JSON), text STRING or null, sha256 STRING or null
MATCH (d:Document {id: $id}) WHERE NOT d.importId IN $hidden
RETURN d.id AS id, d.title AS title, d.url AS url, d.publishedAt AS publishedAt, d.language AS language,
       d.attributes AS attributes, d.text AS text, d.sha256 AS sha256
LIMIT 1
