// A page of the contested claims that an actor asserts or denies. The columns and the cursor are those of contested.
// Parameters: actor STRING, sort STRING (contested, recent, statements), topic STRING or null, hidden LIST<STRING>,
//   afterId STRING or null, afterDay STRING, afterFirst INTEGER, afterSecond INTEGER, afterLate STRING,
//   limit INTEGER
// Columns: id STRING, day STRING (of the latest statement if the sort is recent, or an empty text),
//   first INTEGER (the contention, or the number of statements), second INTEGER (the other of them),
//   late STRING (of the latest statement unless the sort is recent, or an empty text)
MATCH (a:Actor {id: $actor})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE NOT r.importId IN $hidden AND c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
WITH DISTINCT c
WITH c.id AS id,
     CASE WHEN $sort = 'recent' THEN coalesce(c.lastDate, '') ELSE '' END AS day,
     CASE WHEN $sort = 'statements' THEN c.statements ELSE c.contention END AS first,
     CASE WHEN $sort = 'statements' THEN c.contention ELSE c.statements END AS second,
     CASE WHEN $sort = 'recent' THEN '' ELSE coalesce(c.lastDate, '') END AS late
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND (first < $afterFirst OR (first = $afterFirst
  AND (second < $afterSecond OR (second = $afterSecond AND (late < $afterLate OR (late = $afterLate AND id > $afterId)))))))
RETURN id, day, first, second, late
ORDER BY day DESC, first DESC, second DESC, late DESC, id LIMIT $limit
