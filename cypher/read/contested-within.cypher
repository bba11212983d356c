// A page of the contested claims that have a statement in a range of dates. Only statements in the range are counted:
// they give the order, as in contested, and the numbers.
// Parameters: sort STRING (contested, recent, statements), topic STRING or null,
//   from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>, afterId STRING or null, afterDay STRING,
//   afterFirst INTEGER, afterSecond INTEGER, afterLate STRING, limit INTEGER
// Columns: id STRING, day STRING (of the latest statement if the sort is recent, or an empty text),
//   first INTEGER (the contention, or the number of statements), second INTEGER (the other of them),
//   late STRING (of the latest statement unless the sort is recent, or an empty text),
//   asserters INTEGER, deniers INTEGER, statements INTEGER, earliest STRING, latest STRING
MATCH (c:Claim)
WHERE c.contention > 0 AND NOT c.importId IN $hidden AND ($topic IS NULL OR $topic IN c.topics OR c.topic = $topic)
  AND ($from IS NULL OR substring(c.lastDate, 0, 4) >= substring($from, 0, 4))
  AND ($to IS NULL OR substring(c.firstDate, 0, 4) <= substring($to, 0, 4))
MATCH (c)<-[:ABOUT]-(s:Statement)
WHERE NOT s.importId IN $hidden
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
WITH c.id AS id, count(s) AS statements, max(s.date) AS latest, min(s.date) AS earliest,
     count(DISTINCT CASE WHEN s.stance = 'asserts' THEN s.positionId END) AS asserters,
     count(DISTINCT CASE WHEN s.stance = 'denies' THEN s.positionId END) AS deniers
WITH id, statements, latest, earliest, asserters, deniers, CASE WHEN asserters < deniers THEN asserters ELSE deniers END AS contention
WITH id, statements, latest, earliest, asserters, deniers,
     CASE WHEN $sort = 'recent' THEN latest ELSE '' END AS day,
     CASE WHEN $sort = 'statements' THEN statements ELSE contention END AS first,
     CASE WHEN $sort = 'statements' THEN contention ELSE statements END AS second,
     CASE WHEN $sort = 'recent' THEN '' ELSE latest END AS late
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND (first < $afterFirst OR (first = $afterFirst
  AND (second < $afterSecond OR (second = $afterSecond AND (late < $afterLate OR (late = $afterLate AND id > $afterId)))))))
RETURN id, day, first, second, late, asserters, deniers, statements, earliest, latest
ORDER BY day DESC, first DESC, second DESC, late DESC, id LIMIT $limit
