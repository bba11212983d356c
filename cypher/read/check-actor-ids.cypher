// The ids of all actors, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Actor)
RETURN n.id AS id
