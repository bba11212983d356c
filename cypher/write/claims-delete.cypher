// Deletes Claim nodes with all their relationships.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (n:Claim {id: id})
DETACH DELETE n
