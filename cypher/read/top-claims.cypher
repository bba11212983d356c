// The most contested claims, then those with most statements, then those whose latest statement is newest.
// Parameters: contested BOOLEAN (true: only contested ones), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, contention INTEGER, statements INTEGER,
//   day STRING (of the latest statement, or an empty text)
MATCH (c:Claim)
WHERE NOT c.importId IN $hidden AND (NOT $contested OR c.contention > 0)
RETURN c.id AS id, c.contention AS contention, c.statements AS statements, coalesce(c.lastDate, '') AS day
ORDER BY contention DESC, statements DESC, day DESC, id LIMIT $limit
