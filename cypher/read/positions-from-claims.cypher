// ASSERTS and DENIES between some actors and some claims, found from the claims: for when they have the fewer edges.
// Parameters: from LIST<STRING> (claims), to MAP<STRING, TRUE> (actors by id), hidden LIST<STRING>, limit INTEGER
// Columns: id, source, target, type, statements INTEGER, firstDate, lastDate, modality
UNWIND $from AS wanted
MATCH (c:Claim {id: wanted})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE $to[a.id] AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND NOT c.importId IN $hidden
RETURN r.id AS id, a.id AS source, c.id AS target, type(r) AS type, r.statements AS statements,
       r.firstDate AS firstDate, r.lastDate AS lastDate, r.modality AS modality
ORDER BY statements DESC, id LIMIT $limit
