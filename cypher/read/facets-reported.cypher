// The statements of some positions that an actor reported. The rows have no order: sorting takes as long as finding,
// and the caller sorts.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING
UNWIND $positions AS position
MATCH (s:Statement {positionId: position})-[:REPORTED_BY]->(a:Actor)
WHERE NOT s.importId IN $hidden AND NOT a.importId IN $hidden
RETURN DISTINCT s.id AS id
LIMIT $limit
