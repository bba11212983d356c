// The number of claims that an actor asserts or denies, without the excluded ones.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), contested BOOLEAN or null,
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (a:Actor {id: $id})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE ($type IS NULL OR type(r) = $type) AND NOT r.importId IN $hidden AND NOT c.importId IN $hidden AND $excluded[c.id] IS NULL
  AND ($contested IS NULL OR $contested = (c.contention > 0))
RETURN count(DISTINCT c.id) AS total
LIMIT 1
