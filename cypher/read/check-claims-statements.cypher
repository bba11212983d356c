// The visible statements about some claims; none for a claim without. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, statements, firstDate, lastDate
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s:Statement) WHERE NOT s.importId IN $hidden
WITH c, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate
RETURN c.id AS id, statements, firstDate, lastDate
ORDER BY id
