// Some documents with the number of their publishers. $ids LIST<STRING>
// Columns: id, importId, publishers INTEGER
UNWIND $ids AS id
MATCH (d:Document {id: id})
OPTIONAL MATCH (d)-[r:PUBLISHED_BY]->(:Actor)
WITH d, count(r) AS publishers
RETURN d.id AS id, d.importId AS importId, publishers
ORDER BY id
