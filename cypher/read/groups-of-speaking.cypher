// The numbers of actors that an actor speaks for and that speak for it, by kind. The most frequent
// kind comes first.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: spokenFor BOOLEAN (the actor of the query speaks for them),
//   kind STRING (unknown where the actor has none), count INTEGER
MATCH (a:Actor {id: $id})-[r:SPEAKS_FOR]-(b:Actor)
WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden
WITH startNode(r).id = $id AS spokenFor, coalesce(b.kind, 'unknown') AS kind
RETURN spokenFor, kind, count(*) AS count
ORDER BY spokenFor DESC, count DESC, kind LIMIT 20
