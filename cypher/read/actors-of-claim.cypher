// The actors that assert or deny a claim. Those with most statements on it come first.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES),
//   kinds LIST<STRING> or null (unknown stands for actors without a kind),
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, statements INTEGER (on the claim)
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($type IS NULL OR type(r) = $type) AND ($kinds IS NULL OR coalesce(a.kind, 'unknown') IN $kinds)
  AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND $excluded[a.id] IS NULL
WITH a.id AS id, coalesce(sum(r.statements), 0) AS statements
RETURN id, statements
ORDER BY statements DESC, id LIMIT $limit
