// The number of statements in a document.
// Parameters: document STRING, stance STRING or null, actor STRING or null, claim STRING or null,
//   from STRING or null (a partial date, compared at the precision that both dates have),
//   to STRING or null (a partial date, as from), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (d:Document {id: $document})<-[:QUOTED_IN]-(s:Statement)
WHERE NOT s.importId IN $hidden AND ($stance IS NULL OR s.stance = $stance)
  AND ($actor IS NULL OR s.positionId STARTS WITH $actor + ' ') AND ($claim IS NULL OR s.positionId ENDS WITH ' ' + $claim)
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
RETURN count(s) AS total
LIMIT 1
