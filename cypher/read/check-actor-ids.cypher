// The ids of all actors, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Actor) WHERE n.importId IS NOT NULL OR n.statements IS NOT NULL
RETURN n.id AS id
