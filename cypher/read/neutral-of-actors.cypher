// The neutral positions of some actors.
// Parameters: from LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: position STRING
UNWIND $from AS wanted
MATCH (a:Actor {id: wanted})-[:MADE]->(s:Statement)
WHERE s.stance = 'neutral' AND NOT s.importId IN $hidden
RETURN DISTINCT s.positionId AS position
ORDER BY position LIMIT $limit
