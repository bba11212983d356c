// Along ASSERTS and DENIES from some actors to all claims, or to some; for searches that go on from there.
// Parameters: from LIST<STRING> (visible actors), type STRING or null (ASSERTS, DENIES), everywhere BOOLEAN,
//   within MAP<STRING, TRUE> (claims by id; looked at unless everywhere), hidden LIST<STRING>, limit INTEGER
// Columns: source, target, type, statements INTEGER, asserters INTEGER and deniers INTEGER (of the claim)
UNWIND $from AS wanted
MATCH (a:Actor {id: wanted})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE ($everywhere OR $within[c.id]) AND ($type IS NULL OR type(r) = $type)
  AND NOT r.importId IN $hidden AND NOT c.importId IN $hidden
RETURN wanted AS source, c.id AS target, type(r) AS type, r.statements AS statements, c.asserters AS asserters, c.deniers AS deniers
LIMIT $limit
