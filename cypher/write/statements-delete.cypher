// Deletes Statement nodes with all their relationships.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (n:Statement {id: id})
DETACH DELETE n
