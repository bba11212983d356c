// ASSERTS and DENIES between some actors and some claims, found from the actors: for when they have the fewer edges.
// Parameters: from LIST<STRING> (actors), to MAP<STRING, TRUE> (claims by id), hidden LIST<STRING>, limit INTEGER
// Columns: id, source, target, type, statements INTEGER, firstDate, lastDate, modality
UNWIND $from AS wanted
MATCH (a:Actor {id: wanted})-[r:ASSERTS|DENIES]->(c:Claim)
WHERE $to[c.id] AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND NOT c.importId IN $hidden
RETURN r.id AS id, a.id AS source, c.id AS target, type(r) AS type, r.statements AS statements,
       r.firstDate AS firstDate, r.lastDate AS lastDate, r.modality AS modality
ORDER BY statements DESC, id LIMIT $limit
