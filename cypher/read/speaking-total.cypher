// The number of actors that an actor speaks for or that speak for it: of the given kinds, without the excluded ones.
// Parameters: id STRING, kinds LIST<STRING> or null (unknown stands for actors without a kind),
//   spokenFor BOOLEAN or null (true: only those that the actor speaks for; false: only those that speak for it),
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (a:Actor {id: $id})-[r:SPEAKS_FOR]-(b:Actor)
WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden AND ($spokenFor IS NULL OR (startNode(r).id = $id) = $spokenFor) AND ($kinds IS NULL OR coalesce(b.kind, 'unknown') IN $kinds) AND $excluded[b.id] IS NULL
RETURN count(DISTINCT b.id) AS total
LIMIT 1
