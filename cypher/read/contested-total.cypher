// The number of contested claims.
// Parameters: topic STRING or null,
//   from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (c:Claim)
WHERE c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
  AND ($from IS NULL OR substring(c.lastDate, 0, size($from)) >= substring($from, 0, size(c.lastDate)))
  AND ($to IS NULL OR substring(c.firstDate, 0, size($to)) <= substring($to, 0, size(c.firstDate)))
RETURN count(c) AS total
LIMIT 1
