// The ids of all documents, visible or not.
// Columns: id STRING
MATCH (n:Document)
RETURN n.id AS id
