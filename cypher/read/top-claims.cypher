// The most contested claims, then those with most statements.
// Parameters: contested BOOLEAN (true: only contested ones), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, contention INTEGER, statements INTEGER
MATCH (c:Claim)
WHERE NOT c.importId IN $hidden AND (NOT $contested OR c.contention > 0)
RETURN c.id AS id, c.contention AS contention, c.statements AS statements
ORDER BY contention DESC, statements DESC, id LIMIT $limit
