// The most contested claims, then those with most statements; or only contested ones.
// Parameters: contested BOOLEAN (only contested ones), hidden LIST<STRING>, limit INTEGER
// Columns: id
MATCH (c:Claim)
WHERE NOT c.importId IN $hidden AND (NOT $contested OR c.contention > 0)
RETURN c.id AS id, c.contention AS contention, c.statements AS statements
ORDER BY contention DESC, statements DESC, id LIMIT $limit
