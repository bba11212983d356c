// The actors with most statements.
// Parameters: hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, statements INTEGER
MATCH (a:Actor) WHERE NOT a.importId IN $hidden
RETURN a.id AS id, a.statements AS statements
ORDER BY statements DESC, id LIMIT $limit
