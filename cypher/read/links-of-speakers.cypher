// The SPEAKS_FOR edges in both directions from some actors to all actors, or to the given ones. A path search
// continues from there.
// Parameters: from LIST<STRING> (visible actors), everywhere BOOLEAN,
//   within MAP<STRING, BOOLEAN> (true by id of the actors; used unless everywhere is true), hidden LIST<STRING>,
//   limit INTEGER
// Columns: source STRING, target STRING, spokenFor BOOLEAN (the source speaks for the target),
//   asserts INTEGER (of the target), denies INTEGER (of the target)
UNWIND $from AS wanted
MATCH (a:Actor {id: wanted})-[r:SPEAKS_FOR]-(b:Actor)
WHERE ($everywhere OR $within[b.id]) AND NOT r.importId IN $hidden AND NOT b.importId IN $hidden
RETURN wanted AS source, b.id AS target, startNode(r).id = wanted AS spokenFor, b.asserts AS asserts, b.denies AS denies
LIMIT $limit
