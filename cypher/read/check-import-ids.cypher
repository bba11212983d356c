// All imports with their states.
// Parameters: none
// Columns: id STRING, state STRING
MATCH (i:Import) WHERE i.id IS NOT NULL AND i.state IS NOT NULL
RETURN i.id AS id, i.state AS state
ORDER BY id LIMIT 100000
