// Those of some positions that have a statement.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: position STRING
UNWIND $positions AS position
MATCH (s:Statement {positionId: position}) WHERE NOT s.importId IN $hidden
RETURN DISTINCT position
ORDER BY position LIMIT $limit
