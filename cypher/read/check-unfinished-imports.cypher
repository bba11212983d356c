// The imports that are neither published nor undone.
// Parameters: none
// Columns: id STRING, state STRING
MATCH (i:Import) WHERE i.number IS NOT NULL AND i.state IN ['loading', 'publishing', 'undoing']
RETURN i.id AS id, i.state AS state
ORDER BY id LIMIT 1000
