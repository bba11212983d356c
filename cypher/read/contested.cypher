// A page of the contested claims. A column that the sort does not use has the same value in all rows, so that one
// cursor serves all sorts.
// Parameters: sort STRING (contested, recent, statements), topic STRING or null,
//   from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>, afterId STRING or null, afterDay STRING,
//   afterContention INTEGER, afterStatements INTEGER, limit INTEGER
// Columns: id STRING, day STRING, contention INTEGER, statements INTEGER
MATCH (c:Claim)
WHERE c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
  AND ($from IS NULL OR substring(c.lastDate, 0, size($from)) >= substring($from, 0, size(c.lastDate)))
  AND ($to IS NULL OR substring(c.firstDate, 0, size($to)) <= substring($to, 0, size(c.firstDate)))
WITH c.id AS id,
     CASE WHEN $sort = 'recent' THEN coalesce(c.lastDate, '') ELSE '' END AS day,
     CASE WHEN $sort = 'contested' THEN c.contention ELSE 0 END AS contention,
     CASE WHEN $sort = 'recent' THEN 0 ELSE c.statements END AS statements
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND (contention < $afterContention OR (contention = $afterContention
  AND (statements < $afterStatements OR (statements = $afterStatements AND id > $afterId)))))
RETURN id, day, contention, statements
ORDER BY day DESC, contention DESC, statements DESC, id LIMIT $limit
