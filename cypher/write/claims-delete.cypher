// Deletes nodes with all their relationships. $ids LIST<STRING>
UNWIND $ids AS id
MATCH (n:Claim {id: id})
DETACH DELETE n
