// The texts of those documents that have one.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, text STRING
UNWIND $ids AS id
MATCH (n:Document {id: id}) WHERE NOT n.importId IN $hidden AND n.text IS NOT NULL
RETURN n.id AS id, n.text AS text
ORDER BY id
