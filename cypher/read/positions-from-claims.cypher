// The ASSERTS and DENIES edges between some actors and some claims, found from the claims. It is the faster one when
// the claims have fewer edges than the actors.
// Parameters: from LIST<STRING> (claims), to MAP<STRING, BOOLEAN> (true by id of the actors), hidden LIST<STRING>,
//   limit INTEGER
// Columns: id STRING, source STRING, target STRING, type STRING, statements INTEGER, firstDate STRING or null,
//   lastDate STRING or null, modality STRING, day STRING (of the latest statement, or an empty text)
UNWIND $from AS wanted
MATCH (c:Claim {id: wanted})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE $to[a.id] AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND NOT c.importId IN $hidden
RETURN r.id AS id, a.id AS source, c.id AS target, type(r) AS type, r.statements AS statements,
       r.firstDate AS firstDate, r.lastDate AS lastDate, r.modality AS modality, coalesce(r.lastDate, '') AS day
ORDER BY statements DESC, day DESC, id LIMIT $limit
