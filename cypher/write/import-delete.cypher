// Deletes the node of an import.
// Parameters: id STRING
// Columns: none
MATCH (i:Import {id: $id})
DETACH DELETE i
