// How many actors an actor speaks for or that speak for it, of some kinds and without some.
// Parameters: id STRING, kinds LIST<STRING> or null (unknown: without one), spokenFor BOOLEAN or null (only those the actor speaks for, or only those that speak for it), excluded MAP<STRING, TRUE> (by id), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (a:Actor {id: $id})-[r:SPEAKS_FOR]-(b:Actor)
WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden AND ($spokenFor IS NULL OR (startNode(r).id = $id) = $spokenFor) AND ($kinds IS NULL OR coalesce(b.kind, 'unknown') IN $kinds) AND $excluded[b.id] IS NULL
RETURN count(DISTINCT b.id) AS total
LIMIT 1
