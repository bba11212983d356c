// The number of contested claims that an actor asserts or denies, of those with a statement in a range of dates.
// Parameters: actor STRING, topic STRING or null,
//   from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (a:Actor {id: $actor})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE NOT r.importId IN $hidden AND c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
  AND ($from IS NULL OR substring(c.lastDate, 0, 4) >= substring($from, 0, 4))
  AND ($to IS NULL OR substring(c.firstDate, 0, 4) <= substring($to, 0, 4))
WITH DISTINCT c
MATCH (c)<-[:ABOUT]-(s:Statement)
WHERE NOT s.importId IN $hidden
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
RETURN count(DISTINCT c.id) AS total
LIMIT 1
