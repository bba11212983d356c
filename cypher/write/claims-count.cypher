// Counts the statements of some claims, and finds their first and last date.
// Parameters: ids LIST<STRING>, without STRING (an import that is being undone and does not count; empty for none)
// Columns: none
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s) WHERE s.importId <> $without
WITH c, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate
SET c.statements = statements, c.firstDate = firstDate, c.lastDate = lastDate
