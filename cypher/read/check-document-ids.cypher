// The ids of all documents, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Document)
RETURN n.id AS id
