// The ids of all statements, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Statement)
RETURN n.id AS id
