// Creates the ASSERTS edges of claims that an import has brought. No such edge exists before, and a MERGE would
// search all edges of a busy claim or actor.
// Parameters: claims LIST<STRING>, importId STRING
// Columns: none
UNWIND $claims AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s) WHERE s.stance = 'asserts'
MATCH (s)<-[:MADE]-(a)
WITH a, c, s.positionId AS positionId, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate,
     min(CASE s.modality WHEN 'stated' THEN 0 WHEN 'reported' THEN 1 ELSE 2 END) AS weakness
CREATE (a)-[r:ASSERTS]->(c)
SET r.id = positionId, r.statements = statements, r.firstDate = firstDate, r.lastDate = lastDate,
  r.modality = CASE weakness WHEN 0 THEN 'stated' WHEN 1 THEN 'reported' ELSE 'hedged' END, r.importId = $importId
