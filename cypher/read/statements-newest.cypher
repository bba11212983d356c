// The statements of some positions, newest first, undated last; on one date, those with a located quotation
// first.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: position STRING, id STRING, day STRING (the date, or an empty text),
//   evidence INTEGER (2: a located quotation, 1: another quotation, 0: none)
UNWIND $positions AS position
MATCH (s:Statement {positionId: position}) WHERE NOT s.importId IN $hidden
RETURN position, s.id AS id, coalesce(s.date, '') AS day,
       CASE WHEN s.quoteStart IS NOT NULL THEN 2 WHEN s.quoteExact IS NOT NULL THEN 1 ELSE 0 END AS evidence
ORDER BY day DESC, evidence DESC, id LIMIT $limit
