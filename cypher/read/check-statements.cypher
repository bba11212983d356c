// Some statements with their own properties. check-statements-* find what is connected to them.
// Parameters: ids LIST<STRING>
// Columns: id STRING, importId STRING, positionId STRING, stance STRING, date STRING or null,
//   datePrecision STRING or null, exact STRING or null, start INTEGER or null, stop INTEGER or null,
//   location STRING or null
UNWIND $ids AS id
MATCH (s:Statement {id: id})
RETURN s.id AS id, s.importId AS importId, s.positionId AS positionId, s.stance AS stance, s.date AS date, s.datePrecision AS datePrecision,
  s.quoteExact AS exact, s.quoteStart AS start, s.quoteEnd AS stop, s.quoteLocation AS location
ORDER BY id
