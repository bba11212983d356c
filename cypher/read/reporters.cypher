// The reporters of some statements, nearest to the document first.
// Parameters: ids LIST<STRING> (statements), hidden LIST<STRING>, limit INTEGER
// Columns: statement STRING, place INTEGER (0 is nearest to the document), id STRING, name STRING,
//   kind STRING or null
UNWIND $ids AS wanted
MATCH (s:Statement {id: wanted})-[r:REPORTED_BY]->(a:Actor) WHERE NOT a.importId IN $hidden
RETURN s.id AS statement, r.order AS place, a.id AS id, a.name AS name, a.kind AS kind
ORDER BY statement, place, id LIMIT $limit
