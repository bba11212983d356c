// The texts of some documents, where they have one. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, text
UNWIND $ids AS id
MATCH (n:Document {id: id}) WHERE NOT n.importId IN $hidden AND n.text IS NOT NULL
RETURN n.id AS id, n.text AS text
ORDER BY id
