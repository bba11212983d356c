// The ids of all statements, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Statement) WHERE n.importId IS NOT NULL OR n.positionId IS NOT NULL
RETURN n.id AS id
