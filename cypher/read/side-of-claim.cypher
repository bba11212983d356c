// The actors with most statements on a claim, on one side of it.
// Parameters: claim STRING, type STRING (ASSERTS, DENIES), hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, statements INTEGER
MATCH (c:Claim {id: $claim})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE type(r) = $type AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden
RETURN a.id AS id, r.statements AS statements
ORDER BY statements DESC, id LIMIT $limit
