// The claims that an actor asserts or denies. Contested ones come first, then those with most statements, then
// the more contested ones, then those whose latest statement is newest.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), contested BOOLEAN or null,
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, contested BOOLEAN, statements INTEGER, contention INTEGER,
//   day STRING (of the latest statement, or an empty text)
MATCH (a:Actor {id: $id})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE ($type IS NULL OR type(r) = $type) AND NOT r.importId IN $hidden AND NOT c.importId IN $hidden AND $excluded[c.id] IS NULL
  AND ($contested IS NULL OR $contested = (c.contention > 0))
WITH DISTINCT c.id AS id, c.contention > 0 AS contested, c.statements AS statements, c.contention AS contention,
     coalesce(c.lastDate, '') AS day
RETURN id, contested, statements, contention, day
ORDER BY contested DESC, statements DESC, contention DESC, day DESC, id LIMIT $limit
