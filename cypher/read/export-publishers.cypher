// Who published some documents. $ids LIST<STRING>
// Columns: id (of the document), target
UNWIND $ids AS id
MATCH (n:Document {id: id})
MATCH (n)-[:PUBLISHED_BY]->(a:Actor)
RETURN n.id AS id, a.id AS target
ORDER BY id, target
