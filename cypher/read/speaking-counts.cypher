// The numbers of actors that an actor speaks for and that speak for it.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: speaksFor INTEGER, spokenForBy INTEGER
MATCH (a:Actor {id: $id})-[r:SPEAKS_FOR]-(b:Actor)
WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden
RETURN coalesce(sum(CASE WHEN startNode(r).id = $id THEN 1 ELSE 0 END), 0) AS speaksFor,
       coalesce(sum(CASE WHEN startNode(r).id = $id THEN 0 ELSE 1 END), 0) AS spokenForBy
LIMIT 1
