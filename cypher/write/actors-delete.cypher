// Deletes Actor nodes with all their relationships.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (n:Actor {id: id})
DETACH DELETE n
