// Deletes nodes with all their relationships. $ids LIST<STRING>
UNWIND $ids AS id
MATCH (n:Statement {id: id})
DETACH DELETE n
