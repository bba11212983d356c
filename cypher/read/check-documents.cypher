// Some documents with the imports that own them.
// Parameters: ids LIST<STRING>
// Columns: id STRING, importId STRING
UNWIND $ids AS id
MATCH (d:Document {id: id})
RETURN d.id AS id, d.importId AS importId
ORDER BY id
