// Deletes the PUBLISHED_BY edges of some documents.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (d:Document {id: id})
MATCH (d)-[r:PUBLISHED_BY]->(:Actor)
DELETE r
