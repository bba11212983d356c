// One visible document with its text.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: id, title, url, publishedAt, language, text, sha256
MATCH (d:Document {id: $id}) WHERE NOT d.importId IN $hidden
RETURN d.id AS id, d.title AS title, d.url AS url, d.publishedAt AS publishedAt, d.language AS language, d.text AS text, d.sha256 AS sha256
LIMIT 1
