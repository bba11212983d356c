// The actors that assert or deny a claim. Those with most statements on it come first, then those with most
// statements at all, then those whose latest statement on it is newest.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES),
//   kinds LIST<STRING> or null (unknown stands for actors without a kind),
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, statements INTEGER (on the claim), weight INTEGER (all statements of the actor),
//   day STRING (of its latest statement on the claim, or an empty text)
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($type IS NULL OR type(r) = $type) AND ($kinds IS NULL OR coalesce(a.kind, 'unknown') IN $kinds)
  AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND $excluded[a.id] IS NULL
WITH a.id AS id, a.statements AS weight, coalesce(sum(r.statements), 0) AS statements, max(coalesce(r.lastDate, '')) AS day
RETURN id, statements, weight, day
ORDER BY statements DESC, weight DESC, day DESC, id LIMIT $limit
