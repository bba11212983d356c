// Which statements of some positions somebody reported.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id
UNWIND $positions AS position
MATCH (s:Statement {positionId: position})-[:REPORTED_BY]->(a:Actor)
WHERE NOT s.importId IN $hidden AND NOT a.importId IN $hidden
WITH DISTINCT s.id AS id
RETURN id
ORDER BY id LIMIT $limit
