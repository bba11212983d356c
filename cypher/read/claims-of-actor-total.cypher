// How many claims an actor asserts or denies, without some.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), excluded MAP<STRING, TRUE> (by id), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (a:Actor {id: $id})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE ($type IS NULL OR type(r) = $type) AND NOT r.importId IN $hidden AND NOT c.importId IN $hidden AND $excluded[c.id] IS NULL
RETURN count(DISTINCT c.id) AS total
LIMIT 1
