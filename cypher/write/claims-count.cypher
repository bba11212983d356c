// Counts the statements of some claims. $ids LIST<STRING>, $without STRING: an import that is being taken back and does not count
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s) WHERE s.importId <> $without
WITH c, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate
SET c.statements = statements, c.firstDate = firstDate, c.lastDate = lastDate
