// The number of contested claims.
// Parameters: topic STRING or null, hidden LIST<STRING>
// Columns: total INTEGER
MATCH (c:Claim)
WHERE c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
RETURN count(c) AS total
LIMIT 1
