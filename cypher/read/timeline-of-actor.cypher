// The numbers of the statements of an actor by month and stance, oldest first. Statements without a date have an
// empty month.
// Parameters: id STRING, from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>, limit INTEGER
// Columns: month STRING (2022-09, or 2022 where the month is not known), stance STRING, count INTEGER
MATCH (a:Actor {id: $id})-[:MADE]->(s:Statement)
WHERE NOT s.importId IN $hidden
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
WITH substring(coalesce(s.date, ''), 0, 7) AS month, s.stance AS stance
RETURN month, stance, count(*) AS count
ORDER BY month, stance LIMIT $limit
