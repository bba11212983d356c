// Deletes nodes with all their relationships. $ids LIST<STRING>
UNWIND $ids AS id
MATCH (n:Actor {id: id})
DETACH DELETE n
