// The number of publishers of some documents. A document without one has no row.
// Parameters: ids LIST<STRING>
// Columns: id STRING, publishers INTEGER
UNWIND $ids AS id
MATCH (d:Document {id: id})
MATCH (d)-[r:PUBLISHED_BY]->(:Actor)
WITH d, count(r) AS publishers
RETURN d.id AS id, publishers
ORDER BY id
