// Some claims with what their counters must be, of visible content alone. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, importId, the counters as they are, and the columns …Now as they are counted
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (c)<-[:ABOUT]-(s:Statement) WHERE NOT s.importId IN $hidden
WITH c, count(s) AS statementsNow, min(s.date) AS firstDateNow, max(s.date) AS lastDateNow
OPTIONAL MATCH (c)<-[p:ASSERTS]-(:Actor) WHERE NOT p.importId IN $hidden
WITH c, statementsNow, firstDateNow, lastDateNow, count(p) AS assertersNow
OPTIONAL MATCH (c)<-[q:DENIES]-(:Actor) WHERE NOT q.importId IN $hidden
WITH c, statementsNow, firstDateNow, lastDateNow, assertersNow, count(q) AS deniersNow
RETURN c.id AS id, c.importId AS importId, c.statements AS statements, c.asserters AS asserters, c.deniers AS deniers, c.contention AS contention,
  c.firstDate AS firstDate, c.lastDate AS lastDate, statementsNow, assertersNow, deniersNow, firstDateNow, lastDateNow
ORDER BY id
