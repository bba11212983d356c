// The ids of all claims, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Claim) WHERE n.importId IS NOT NULL OR n.statements IS NOT NULL
RETURN n.id AS id
