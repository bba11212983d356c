// The claims that an actor asserts or denies. Contested ones come first, then those with most statements.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), contested BOOLEAN or null,
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, contested BOOLEAN, statements INTEGER
MATCH (a:Actor {id: $id})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE ($type IS NULL OR type(r) = $type) AND NOT r.importId IN $hidden AND NOT c.importId IN $hidden AND $excluded[c.id] IS NULL
  AND ($contested IS NULL OR $contested = (c.contention > 0))
WITH DISTINCT c.id AS id, c.contention > 0 AS contested, c.statements AS statements
RETURN id, contested, statements
ORDER BY contested DESC, statements DESC, id LIMIT $limit
