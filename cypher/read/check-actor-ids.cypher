// The ids of all actors, visible or not.
// Columns: id STRING
MATCH (n:Actor)
RETURN n.id AS id
