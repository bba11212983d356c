// Some documents. $ids LIST<STRING>
// Columns: id, importId
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.importId AS importId
ORDER BY id
