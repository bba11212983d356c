// The numbers of claims that an actor asserts and denies, contested and uncontested.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: type STRING (ASSERTS, DENIES), contested BOOLEAN, count INTEGER
MATCH (a:Actor {id: $id})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE NOT r.importId IN $hidden AND NOT c.importId IN $hidden
WITH type(r) AS type, c.contention > 0 AS contested
RETURN type, contested, count(*) AS count
ORDER BY type, contested DESC LIMIT 4
