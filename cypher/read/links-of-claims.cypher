// Along ASSERTS and DENIES from some claims to all actors, or to some; for searches that go on from there.
// Parameters: from LIST<STRING> (visible claims), type STRING or null (ASSERTS, DENIES), everywhere BOOLEAN,
//   within MAP<STRING, TRUE> (actors by id; looked at unless everywhere), hidden LIST<STRING>, limit INTEGER
// Columns: source (the claim), target (the actor), type, statements INTEGER, asserts INTEGER and denies INTEGER (of the actor)
UNWIND $from AS wanted
MATCH (c:Claim {id: wanted})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($everywhere OR $within[a.id]) AND ($type IS NULL OR type(r) = $type)
  AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden
RETURN wanted AS source, a.id AS target, type(r) AS type, r.statements AS statements, a.asserts AS asserts, a.denies AS denies
LIMIT $limit
