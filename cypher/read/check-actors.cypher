// Some actors with what their counters must be, of visible content alone. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, importId, the counters as they are, and the columns …Now as they are counted
UNWIND $ids AS id
MATCH (a:Actor {id: id})
OPTIONAL MATCH (a)-[:MADE]->(s:Statement) WHERE NOT s.importId IN $hidden
WITH a, count(s) AS statementsNow
OPTIONAL MATCH (a)-[p:ASSERTS]->(:Claim) WHERE NOT p.importId IN $hidden
WITH a, statementsNow, count(p) AS assertsNow
OPTIONAL MATCH (a)-[q:DENIES]->(:Claim) WHERE NOT q.importId IN $hidden
WITH a, statementsNow, assertsNow, count(q) AS deniesNow
RETURN a.id AS id, a.importId AS importId, a.statements AS statements, a.asserts AS asserts, a.denies AS denies, statementsNow, assertsNow, deniesNow
ORDER BY id
