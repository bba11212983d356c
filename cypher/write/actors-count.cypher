// Counts the statements of some actors. $ids LIST<STRING>, $without STRING: an import that is being taken back and does not count
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[:MADE]->(s) WHERE s.importId <> $without
WITH a, count(s) AS statements
SET a.statements = statements
