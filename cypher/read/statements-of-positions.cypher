// A page of the statements of some positions (one actor on one claim), newest first, undated last.
// Parameters: positions LIST<STRING>; stance, actor, claim: STRING or null; from and to: partial date or null (compared at the precision that both have);
//   hidden LIST<STRING>,
//   afterId STRING or null, afterDay STRING, limit INTEGER
// Columns: id, day (the date, or an empty text)
UNWIND $positions AS position
MATCH (s:Statement {positionId: position})
WHERE NOT s.importId IN $hidden AND ($stance IS NULL OR s.stance = $stance)
  AND ($actor IS NULL OR s.positionId STARTS WITH $actor + ' ') AND ($claim IS NULL OR s.positionId ENDS WITH ' ' + $claim)
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
  AND ($afterId IS NULL OR coalesce(s.date, '') < $afterDay OR (coalesce(s.date, '') = $afterDay AND s.id > $afterId))
RETURN s.id AS id, coalesce(s.date, '') AS day
ORDER BY day DESC, id LIMIT $limit
