// How many publishers some documents have; none for one without. $ids LIST<STRING>
// Columns: id, publishers
UNWIND $ids AS id
MATCH (d:Document {id: id})
MATCH (d)-[r:PUBLISHED_BY]->(:Actor)
WITH d, count(r) AS publishers
RETURN d.id AS id, publishers
ORDER BY id
