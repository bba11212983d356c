// The statements of some positions, newest first, undated last.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: position STRING, id STRING, day STRING (the date, or an empty text)
UNWIND $positions AS position
MATCH (s:Statement {positionId: position}) WHERE NOT s.importId IN $hidden
RETURN position, s.id AS id, coalesce(s.date, '') AS day
ORDER BY day DESC, id LIMIT $limit
