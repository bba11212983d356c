// The number of contested claims that an actor asserts or denies.
// Parameters: actor STRING, topic STRING or null, hidden LIST<STRING>
// Columns: total INTEGER
MATCH (a:Actor {id: $actor})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE NOT r.importId IN $hidden AND c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
RETURN count(DISTINCT c.id) AS total
LIMIT 1
