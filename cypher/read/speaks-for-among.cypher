// The SPEAKS_FOR edges among some actors. Those between actors with most statements come first.
// Parameters: from LIST<STRING>, to MAP<STRING, BOOLEAN> (true by id of the actors), hidden LIST<STRING>,
//   limit INTEGER
// Columns: id STRING, source STRING, target STRING, weight INTEGER (statements of both)
UNWIND $from AS wanted
MATCH (a:Actor {id: wanted})-[r:SPEAKS_FOR]->(b:Actor)
WHERE $to[b.id] AND NOT r.importId IN $hidden AND NOT a.importId IN $hidden AND NOT b.importId IN $hidden
RETURN r.id AS id, a.id AS source, b.id AS target, a.statements + b.statements AS weight
ORDER BY weight DESC, id LIMIT $limit
