// The ASSERTS and DENIES edges from some actors to all claims, or to the given ones. A path search continues from
// there.
// Parameters: from LIST<STRING> (visible actors), type STRING or null (ASSERTS, DENIES), everywhere BOOLEAN,
//   within MAP<STRING, BOOLEAN> (true by id of the claims; used unless everywhere is true), hidden LIST<STRING>,
//   limit INTEGER
// Columns: source STRING, target STRING, type STRING, statements INTEGER, asserters INTEGER (of the claim),
//   deniers INTEGER (of the claim)
UNWIND $from AS wanted
MATCH (a:Actor {id: wanted})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE ($everywhere OR $within[c.id]) AND ($type IS NULL OR type(r) = $type)
  AND NOT r.importId IN $hidden AND NOT c.importId IN $hidden
RETURN wanted AS source, c.id AS target, type(r) AS type, r.statements AS statements, c.asserters AS asserters, c.deniers AS deniers
LIMIT $limit
