// A page of the contested claims that an actor asserts or denies. The columns and the cursor are those of contested.
// Parameters: actor STRING, sort STRING (contested, recent, statements), topic STRING or null,
//   from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>, afterId STRING or null, afterDay STRING,
//   afterContention INTEGER, afterStatements INTEGER, limit INTEGER
// Columns: id STRING, day STRING, contention INTEGER, statements INTEGER
MATCH (a:Actor {id: $actor})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE NOT r.importId IN $hidden AND c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
  AND ($from IS NULL OR substring(c.lastDate, 0, size($from)) >= substring($from, 0, size(c.lastDate)))
  AND ($to IS NULL OR substring(c.firstDate, 0, size($to)) <= substring($to, 0, size(c.firstDate)))
WITH DISTINCT c
WITH c.id AS id,
     CASE WHEN $sort = 'recent' THEN coalesce(c.lastDate, '') ELSE '' END AS day,
     CASE WHEN $sort = 'contested' THEN c.contention ELSE 0 END AS contention,
     CASE WHEN $sort = 'recent' THEN 0 ELSE c.statements END AS statements
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND (contention < $afterContention OR (contention = $afterContention
  AND (statements < $afterStatements OR (statements = $afterStatements AND id > $afterId)))))
RETURN id, day, contention, statements
ORDER BY day DESC, contention DESC, statements DESC, id LIMIT $limit
