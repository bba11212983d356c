// Deletes the DENIES edges of some statements that an import owns. Edges at its own actors and claims are deleted
// together with these nodes.
// Parameters: statements LIST<STRING>, importId STRING
// Columns: none
UNWIND $statements AS id
MATCH (s:Statement {id: id})
MATCH (s)<-[:MADE]-(a) WHERE a.importId <> $importId
MATCH (s)-[:ABOUT]->(c) WHERE c.importId <> $importId
WITH DISTINCT a, c
MATCH (a)-[r:DENIES]->(c) WHERE r.importId = $importId
DELETE r
