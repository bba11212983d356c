// Some statements with everything that hangs on them. $ids LIST<STRING>
// Columns: id, importId, positionId, stance, datePrecision, date, exact, start, stop, location; actors, claims, documents LIST<STRING>; orders LIST<INTEGER>
UNWIND $ids AS id
MATCH (s:Statement {id: id})
OPTIONAL MATCH (s)<-[:MADE]-(a:Actor)
WITH s, collect(a.id) AS actors
OPTIONAL MATCH (s)-[:ABOUT]->(c:Claim)
WITH s, actors, collect(c.id) AS claims
OPTIONAL MATCH (s)-[:QUOTED_IN]->(d:Document)
WITH s, actors, claims, collect(d.id) AS documents
OPTIONAL MATCH (s)-[r:REPORTED_BY]->(:Actor)
WITH s, actors, claims, documents, collect(r.order) AS orders
RETURN s.id AS id, s.importId AS importId, s.positionId AS positionId, s.stance AS stance, s.date AS date, s.datePrecision AS datePrecision,
  s.quoteExact AS exact, s.quoteStart AS start, s.quoteEnd AS stop, s.quoteLocation AS location, actors, claims, documents, orders
ORDER BY id
