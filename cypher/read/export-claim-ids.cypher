// The ids of all visible claims.
// Parameters: hidden LIST<STRING>
// Columns: id STRING
MATCH (n:Claim) WHERE NOT n.importId IN $hidden
RETURN n.id AS id
