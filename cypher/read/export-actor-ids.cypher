// The ids of all visible actors.
// Parameters: hidden LIST<STRING>
// Columns: id STRING
MATCH (n:Actor) WHERE NOT n.importId IN $hidden
RETURN n.id AS id
