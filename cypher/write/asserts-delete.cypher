// Deletes the ASSERTS edges that an import owns, of some of its statements. Those at its own actors and claims go with them.
// $statements LIST<STRING>, $importId STRING
UNWIND $statements AS id
MATCH (s:Statement {id: id})
MATCH (s)<-[:MADE]-(a) WHERE a.importId <> $importId
MATCH (s)-[:ABOUT]->(c) WHERE c.importId <> $importId
WITH DISTINCT a, c
MATCH (a)-[r:ASSERTS]->(c) WHERE r.importId = $importId
DELETE r
