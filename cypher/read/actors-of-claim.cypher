// The actors that assert or deny a claim: those with most statements on it first.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), kinds LIST<STRING> or null (unknown: without one), excluded MAP<STRING, TRUE> (by id),
//   hidden LIST<STRING>, limit INTEGER
// Columns: id, statements INTEGER (on the claim)
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($type IS NULL OR type(r) = $type) AND ($kinds IS NULL OR coalesce(a.kind, 'unknown') IN $kinds)
  AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND $excluded[a.id] IS NULL
WITH a.id AS id, coalesce(sum(r.statements), 0) AS statements
RETURN id, statements
ORDER BY statements DESC, id LIMIT $limit
