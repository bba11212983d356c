// The number of visible documents.
// Parameters: hidden LIST<STRING>
// Columns: documents INTEGER
MATCH (d:Document) WHERE NOT d.importId IN $hidden
RETURN count(d) AS documents
LIMIT 1
