// The ids of all claims, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Claim)
RETURN n.id AS id
