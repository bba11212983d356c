// The neutral positions on some claims.
// Parameters: from LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: position STRING
UNWIND $from AS wanted
MATCH (c:Claim {id: wanted})<-[:ABOUT]-(s:Statement)
WHERE s.stance = 'neutral' AND NOT s.importId IN $hidden
RETURN DISTINCT s.positionId AS position
ORDER BY position LIMIT $limit
