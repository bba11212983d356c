// The ids of all visible statements.
// Parameters: hidden LIST<STRING>
// Columns: id STRING
MATCH (n:Statement) WHERE NOT n.importId IN $hidden
RETURN n.id AS id
