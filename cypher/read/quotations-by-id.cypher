// The quoted words of statements.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, exact STRING, day STRING (the date of the statement, or an empty text)
UNWIND $ids AS wanted
MATCH (s:Statement {id: wanted}) WHERE NOT s.importId IN $hidden AND s.quoteExact IS NOT NULL
RETURN s.id AS id, s.quoteExact AS exact, coalesce(s.date, '') AS day
ORDER BY id LIMIT $limit
