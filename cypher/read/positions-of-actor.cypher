// A page of the positions of an actor, latest statement first, undated last; then those with most statements, then
// those on the more contested claims, then those on claims with most statements.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), hidden LIST<STRING>, afterId STRING or null,
//   afterDay STRING, afterStatements INTEGER, afterContention INTEGER, afterWeight INTEGER, limit INTEGER
// Columns: id STRING, day STRING (of the latest statement, or an empty text), contention INTEGER, weight INTEGER,
//   source STRING, target STRING, type STRING, statements INTEGER, firstDate STRING or null,
//   lastDate STRING or null, modality STRING
MATCH (a:Actor {id: $id})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE ($type IS NULL OR type(r) = $type) AND NOT r.importId IN $hidden AND NOT c.importId IN $hidden
WITH r, a, c, coalesce(r.lastDate, '') AS day, c.contention AS contention, c.statements AS weight
WHERE $afterId IS NULL OR day < $afterDay OR (day = $afterDay AND (r.statements < $afterStatements OR (r.statements = $afterStatements
  AND (contention < $afterContention OR (contention = $afterContention
  AND (weight < $afterWeight OR (weight = $afterWeight AND r.id > $afterId)))))))
RETURN r.id AS id, day, contention, weight, a.id AS source, c.id AS target, type(r) AS type, r.statements AS statements,
       r.firstDate AS firstDate, r.lastDate AS lastDate, r.modality AS modality
ORDER BY day DESC, statements DESC, contention DESC, weight DESC, id LIMIT $limit
