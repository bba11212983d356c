// The actors with most statements on a claim, on one side of it; then those with most statements at all, then those
// whose latest statement on it is newest.
// Parameters: claim STRING, type STRING (ASSERTS, DENIES), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, statements INTEGER, weight INTEGER (all statements of the actor),
//   day STRING (of its latest statement on this side, or an empty text)
MATCH (c:Claim {id: $claim})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE type(r) = $type AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden
RETURN a.id AS id, r.statements AS statements, a.statements AS weight, coalesce(r.lastDate, '') AS day
ORDER BY statements DESC, weight DESC, day DESC, id LIMIT $limit
