// The publishers of some documents.
// Parameters: ids LIST<STRING> (documents), hidden LIST<STRING>, limit INTEGER
// Columns: document STRING, id STRING, name STRING, kind STRING or null
UNWIND $ids AS wanted
MATCH (d:Document {id: wanted})-[:PUBLISHED_BY]->(a:Actor) WHERE NOT a.importId IN $hidden
RETURN d.id AS document, a.id AS id, a.name AS name, a.kind AS kind
ORDER BY document, id LIMIT $limit
