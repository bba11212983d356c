// The ids of all documents, visible or not.
// Parameters: none
// Columns: id STRING
MATCH (n:Document) WHERE n.importId IS NOT NULL
RETURN n.id AS id
