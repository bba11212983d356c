// The numbers of the statements of an actor by month and stance, oldest first; those without a date have an empty month.
// Parameters: id STRING, from and to: partial date or null (compared at the precision that both have), hidden LIST<STRING>, limit INTEGER
// Columns: month STRING (2022-09, or 2022 where no more is known), stance STRING, count INTEGER
MATCH (a:Actor {id: $id})-[:MADE]->(s:Statement)
WHERE NOT s.importId IN $hidden
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
WITH substring(coalesce(s.date, ''), 0, 7) AS month, s.stance AS stance
RETURN month, stance, count(*) AS count
ORDER BY month, stance LIMIT $limit
