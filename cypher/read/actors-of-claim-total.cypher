// The number of actors that assert or deny a claim: of the given kinds, without the excluded ones.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES),
//   kinds LIST<STRING> or null (unknown stands for actors without a kind),
//   excluded MAP<STRING, BOOLEAN> (true by id), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($type IS NULL OR type(r) = $type) AND ($kinds IS NULL OR coalesce(a.kind, 'unknown') IN $kinds)
  AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND $excluded[a.id] IS NULL
RETURN count(DISTINCT a.id) AS total
LIMIT 1
