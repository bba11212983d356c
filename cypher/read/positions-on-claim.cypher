// A page of the positions on a claim, latest statement first, undated last.
// Parameters: id STRING, type STRING or null (ASSERTS, DENIES), hidden LIST<STRING>, afterId STRING or null,
//   afterDay STRING, limit INTEGER
// Columns: id STRING, day STRING (of the latest statement, or an empty text), source STRING, target STRING,
//   type STRING, statements INTEGER, firstDate STRING or null, lastDate STRING or null, modality STRING
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE ($type IS NULL OR type(r) = $type) AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden
  AND ($afterId IS NULL OR coalesce(r.lastDate, '') < $afterDay OR (coalesce(r.lastDate, '') = $afterDay AND r.id > $afterId))
RETURN r.id AS id, coalesce(r.lastDate, '') AS day, a.id AS source, c.id AS target, type(r) AS type, r.statements AS statements,
       r.firstDate AS firstDate, r.lastDate AS lastDate, r.modality AS modality
ORDER BY day DESC, id LIMIT $limit
