// Deletes who published some documents. $ids LIST<STRING>
UNWIND $ids AS id
MATCH (d:Document {id: id})
MATCH (d)-[r:PUBLISHED_BY]->(:Actor)
DELETE r
