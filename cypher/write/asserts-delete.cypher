// Deletes the ASSERTS edges that an import owns, of some of its statements. $statements LIST<STRING>, $importId STRING
UNWIND $statements AS id
MATCH (s:Statement {id: id})
MATCH (s)<-[:MADE]-(a:Actor)
MATCH (s)-[:ABOUT]->(c:Claim)
WITH DISTINCT a, c
MATCH (a)-[r:ASSERTS]->(c) WHERE r.importId = $importId
DELETE r
