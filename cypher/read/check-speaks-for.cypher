// What some actors speak for. $ids LIST<STRING>
// Columns: actor, target, id, importId, ownerId (of the actor)
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[r:SPEAKS_FOR]->(b:Actor)
RETURN a.id AS actor, b.id AS target, r.id AS id, r.importId AS importId, a.importId AS ownerId
ORDER BY actor, target
