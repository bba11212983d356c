// How many there are of the statements of an actor.
// Parameters: stance, actor, claim: STRING or null; from and to: partial date or null (compared at the precision that both have);
//   hidden LIST<STRING>
// Columns: total INTEGER
MATCH (a:Actor {id: $actor})-[:MADE]->(s:Statement)
WHERE NOT s.importId IN $hidden AND ($stance IS NULL OR s.stance = $stance)
  AND ($actor IS NULL OR s.positionId STARTS WITH $actor + ' ') AND ($claim IS NULL OR s.positionId ENDS WITH ' ' + $claim)
  AND ($from IS NULL OR substring(s.date, 0, size($from)) >= substring($from, 0, size(s.date)))
  AND ($to IS NULL OR substring(s.date, 0, size($to)) <= substring($to, 0, size(s.date)))
RETURN count(s) AS total
LIMIT 1
