// How many actors assert or deny a claim, of some kinds and without some.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), kinds LIST<STRING> or null (unknown: without one), excluded MAP<STRING, TRUE> (by id), hidden LIST<STRING>
// Columns: total INTEGER
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($type IS NULL OR type(r) = $type) AND ($kinds IS NULL OR coalesce(a.kind, 'unknown') IN $kinds)
  AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND $excluded[a.id] IS NULL
RETURN count(DISTINCT a.id) AS total
LIMIT 1
