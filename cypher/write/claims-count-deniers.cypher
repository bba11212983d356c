// Counts those who deny some claims, after those who assert them. $ids LIST<STRING>, $without STRING: an import that does not count
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[r:DENIES]-() WHERE r.importId <> $without
WITH c, count(r) AS deniers
SET c.deniers = deniers, c.contention = CASE WHEN c.asserters < deniers THEN c.asserters ELSE deniers END
