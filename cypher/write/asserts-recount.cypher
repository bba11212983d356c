// Makes the ASSERTS edges of some positions agree with their statements.
// Parameters: positions LIST<STRING>,
//   without STRING (an import that is being undone and does not count; empty for none)
// Columns: none
UNWIND $positions AS id
MATCH (s:Statement {positionId: id})
WITH s, id WHERE s.importId <> $without AND s.stance = 'asserts'
MATCH (s)<-[:MADE]-(a)
MATCH (s)-[:ABOUT]->(c)
WITH a, c, id, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate, min(s.importId) AS importId,
     min(CASE s.modality WHEN 'stated' THEN 0 WHEN 'reported' THEN 1 ELSE 2 END) AS weakness
MERGE (a)-[r:ASSERTS]->(c)
SET r.id = id, r.statements = statements, r.firstDate = firstDate, r.lastDate = lastDate,
  r.modality = CASE weakness WHEN 0 THEN 'stated' WHEN 1 THEN 'reported' ELSE 'hedged' END, r.importId = importId
