// The SPEAKS_FOR edges of some actors.
// Parameters: ids LIST<STRING>
// Columns: actor STRING, target STRING, id STRING, importId STRING, ownerId STRING (the import that owns the actor)
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[r:SPEAKS_FOR]->(b:Actor)
RETURN a.id AS actor, b.id AS target, r.id AS id, r.importId AS importId, a.importId AS ownerId
ORDER BY actor, target
