// Deletes Contribution nodes with all their relationships.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (n:Contribution {id: id})
DETACH DELETE n
