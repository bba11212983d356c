// The number and the dates of the visible statements about some claims. A claim without one has no row.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, statements INTEGER, firstDate STRING or null, lastDate STRING or null
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s:Statement) WHERE NOT s.importId IN $hidden
WITH c, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate
RETURN c.id AS id, statements, firstDate, lastDate
ORDER BY id
