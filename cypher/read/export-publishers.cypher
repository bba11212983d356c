// The publishers of some documents.
// Parameters: ids LIST<STRING>
// Columns: id STRING (of the document), target STRING (the publisher)
UNWIND $ids AS id
MATCH (n:Document {id: id})
MATCH (n)-[:PUBLISHED_BY]->(a:Actor)
RETURN n.id AS id, a.id AS target
ORDER BY id, target
