// Counts those who assert some claims. $ids LIST<STRING>, $without STRING: an import that does not count
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[r:ASSERTS]-() WHERE r.importId <> $without
WITH c, count(r) AS asserters
SET c.asserters = asserters
