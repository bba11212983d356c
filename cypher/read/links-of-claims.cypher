// The ASSERTS and DENIES edges from some claims to all actors, or to the given ones. A path search continues from
// there.
// Parameters: from LIST<STRING> (visible claims), type STRING or null (ASSERTS, DENIES), everywhere BOOLEAN,
//   within MAP<STRING, BOOLEAN> (true by id of the actors; used unless everywhere is true), hidden LIST<STRING>,
//   limit INTEGER
// Columns: source STRING (the claim), target STRING (the actor), type STRING, statements INTEGER,
//   asserts INTEGER (of the actor), denies INTEGER (of the actor)
UNWIND $from AS wanted
MATCH (c:Claim {id: wanted})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($everywhere OR $within[a.id]) AND ($type IS NULL OR type(r) = $type)
  AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden
RETURN wanted AS source, a.id AS target, type(r) AS type, r.statements AS statements, a.asserts AS asserts, a.denies AS denies
LIMIT $limit
