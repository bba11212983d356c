// The ids of all visible documents.
// Parameters: hidden LIST<STRING>
// Columns: id STRING
MATCH (n:Document) WHERE NOT n.importId IN $hidden
RETURN n.id AS id
