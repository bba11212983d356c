// Deletes Document nodes with all their relationships.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (n:Document {id: id})
DETACH DELETE n
