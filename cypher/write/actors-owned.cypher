// The ids of some Actor nodes that an import owns.
// Parameters: importId STRING, limit INTEGER
// Columns: ids LIST<STRING>
MATCH (n:Actor {importId: $importId})
WITH n.id AS id LIMIT $limit
RETURN collect(id) AS ids
