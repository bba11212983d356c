// Deletes nodes with all their relationships. $ids LIST<STRING>
UNWIND $ids AS id
MATCH (n:Document {id: id})
DETACH DELETE n
