// The actors that an actor speaks for or that speak for it. Those with most statements come first, then
// those with positions on most claims.
// Parameters: id STRING, kinds LIST<STRING> or null (unknown stands for actors without a kind),
//   spokenFor BOOLEAN or null (true: only those that the actor speaks for; false: only those that speak for it),
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, name STRING, kind STRING or null, statements INTEGER, positions INTEGER,
//   spokenFor BOOLEAN (the actor of the query speaks for it)
MATCH (a:Actor {id: $id})-[r:SPEAKS_FOR]-(b:Actor)
WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden AND ($spokenFor IS NULL OR (startNode(r).id = $id) = $spokenFor) AND ($kinds IS NULL OR coalesce(b.kind, 'unknown') IN $kinds) AND $excluded[b.id] IS NULL
RETURN b.id AS id, b.name AS name, b.kind AS kind, b.statements AS statements,
       b.asserts + b.denies AS positions, startNode(r).id = $id AS spokenFor
ORDER BY statements DESC, positions DESC, id, spokenFor LIMIT $limit
