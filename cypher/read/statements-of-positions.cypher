// A page of the statements of some positions (one actor on one claim), newest first, undated last; on one date,
// those with a located quotation first.
// Parameters: positions LIST<STRING>, stance STRING or null, actor STRING or null, claim STRING or null,
//   from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>, afterId STRING or null, afterDay STRING,
//   afterEvidence INTEGER, limit INTEGER
// Columns: id STRING, day STRING (the date, or an empty text),
//   evidence INTEGER (2: a located quotation, 1: another quotation, 0: none)
UNWIND $positions AS position
MATCH (s:Statement {positionId: position})
WHERE NOT s.importId IN $hidden AND ($stance IS NULL OR s.stance = $stance)
  AND ($actor IS NULL OR s.positionId STARTS WITH $actor + ' ') AND ($claim IS NULL OR s.positionId ENDS WITH ' ' + $claim)
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
WITH s.id AS id, coalesce(s.date, '') AS day,
     CASE WHEN s.quoteStart IS NOT NULL THEN 2 WHEN s.quoteExact IS NOT NULL THEN 1 ELSE 0 END AS evidence
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND (evidence < $afterEvidence OR (evidence = $afterEvidence AND id > $afterId)))
RETURN id, day, evidence
ORDER BY day DESC, evidence DESC, id LIMIT $limit
