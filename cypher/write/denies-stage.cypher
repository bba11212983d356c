// Creates the DENIES edges of the statements of an import about some claims where there is none yet. They are hidden
// like all that the import owns. Edges that exist stay unchanged.
// Parameters: claims LIST<STRING>, importId STRING
// Columns: shared LIST<STRING> (ids of the edges that existed before)
UNWIND $claims AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s) WHERE s.stance = 'denies' AND s.importId = $importId
MATCH (s)<-[:MADE]-(a)
WITH a, c, s.positionId AS positionId, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate,
     min(CASE s.modality WHEN 'stated' THEN 0 WHEN 'reported' THEN 1 ELSE 2 END) AS weakness
MERGE (a)-[r:DENIES]->(c)
ON CREATE SET r.id = positionId, r.statements = statements, r.firstDate = firstDate, r.lastDate = lastDate,
  r.modality = CASE weakness WHEN 0 THEN 'stated' WHEN 1 THEN 'reported' ELSE 'hedged' END, r.importId = $importId
WITH r, positionId WHERE r.importId <> $importId
RETURN collect(positionId) AS shared
