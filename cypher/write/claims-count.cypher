// Counts the actors and statements of some claims anew.
// $ids LIST<STRING>, $without STRING: the id of an import that is being taken back, which does not count
UNWIND $ids AS id
MATCH (c:Claim {id: id})
OPTIONAL MATCH (c)<-[:ABOUT]-(s:Statement) WHERE s.importId <> $without
WITH c, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate
OPTIONAL MATCH (c)<-[p:ASSERTS]-(:Actor) WHERE p.importId <> $without
WITH c, statements, firstDate, lastDate, count(p) AS asserters
OPTIONAL MATCH (c)<-[q:DENIES]-(:Actor) WHERE q.importId <> $without
WITH c, statements, firstDate, lastDate, asserters, count(q) AS deniers
SET c.statements = statements, c.firstDate = firstDate, c.lastDate = lastDate, c.asserters = asserters, c.deniers = deniers,
  c.contention = CASE WHEN asserters < deniers THEN asserters ELSE deniers END
