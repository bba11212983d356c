// The quoted words of statements.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, exact STRING
UNWIND $ids AS wanted
MATCH (s:Statement {id: wanted}) WHERE NOT s.importId IN $hidden AND s.quoteExact IS NOT NULL
RETURN s.id AS id, s.quoteExact AS exact
ORDER BY id LIMIT $limit
