// The marks of ownership. More than one is a fault.
// Parameters: none
// Columns: id STRING or null, schemaVersion INTEGER, dataVersion INTEGER
MATCH (g:Gainsay) WHERE g.schemaVersion IS NOT NULL
RETURN g.id AS id, g.schemaVersion AS schemaVersion, g.dataVersion AS dataVersion
ORDER BY g.id LIMIT 10
