// Some statements; what hangs on them is found by check-statements-…. $ids LIST<STRING>
// Columns: id, importId, positionId, stance, datePrecision, date, exact, start, stop, location
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, s.importId AS importId, s.positionId AS positionId, s.stance AS stance, s.date AS date, s.datePrecision AS datePrecision,
  s.quoteExact AS exact, s.quoteStart AS start, s.quoteEnd AS stop, s.quoteLocation AS location
ORDER BY id
