// The publishers of the statements of some positions. The rows have no order: sorting takes as long as finding, and
// the caller sorts.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING (of the statement), publisher STRING
UNWIND $positions AS position
MATCH (s:Statement {positionId: position})-[:QUOTED_IN]->(d:Document)
MATCH (d)-[:PUBLISHED_BY]->(a:Actor)
WHERE NOT s.importId IN $hidden AND NOT d.importId IN $hidden AND NOT a.importId IN $hidden
RETURN s.id AS id, a.id AS publisher
LIMIT $limit
