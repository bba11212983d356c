// Whom some actors speak for. Of its own: an OPTIONAL MATCH makes the embedded engine scan. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id (of the actor), target
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[r:SPEAKS_FOR]->(b:Actor) WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden
RETURN n.id AS id, b.id AS target
ORDER BY id, target
