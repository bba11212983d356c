// A page of the positions on a claim, latest statement first, undated last; then those with most statements, then those
// of actors with most statements.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), hidden LIST<STRING>, afterId STRING or null,
//   afterDay STRING, afterStatements INTEGER, afterContention INTEGER, afterWeight INTEGER, limit INTEGER
// Columns: id STRING, day STRING (of the latest statement, or an empty text), contention INTEGER, weight INTEGER,
//   source STRING, target STRING, type STRING, statements INTEGER, firstDate STRING or null,
//   lastDate STRING or null, modality STRING
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($type IS NULL OR type(r) = $type) AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden
WITH r, a, c, coalesce(r.lastDate, '') AS day, 0 AS contention, a.statements AS weight
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND (r.statements < $afterStatements OR (r.statements = $afterStatements
  AND (contention < $afterContention OR (contention = $afterContention
  AND (weight < $afterWeight OR (weight = $afterWeight AND r.id > $afterId)))))))
RETURN r.id AS id, day, contention, weight, a.id AS source, c.id AS target, type(r) AS type, r.statements AS statements,
       r.firstDate AS firstDate, r.lastDate AS lastDate, r.modality AS modality
ORDER BY day DESC, statements DESC, contention DESC, weight DESC, id LIMIT $limit
