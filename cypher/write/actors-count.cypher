// Counts the claims and statements of some actors anew.
// $ids LIST<STRING>, $without STRING: the id of an import that is being taken back, which does not count
UNWIND $ids AS id
MATCH (a:Actor {id: id})
OPTIONAL MATCH (a)-[:MADE]->(s:Statement) WHERE s.importId <> $without
WITH a, count(s) AS statements
OPTIONAL MATCH (a)-[p:ASSERTS]->(:Claim) WHERE p.importId <> $without
WITH a, statements, count(p) AS asserts
OPTIONAL MATCH (a)-[q:DENIES]->(:Claim) WHERE q.importId <> $without
WITH a, statements, asserts, count(q) AS denies
SET a.statements = statements, a.asserts = asserts, a.denies = denies
