// The marks of ownership. More than one is a fault.
// Parameters: none
// Columns: schemaVersion INTEGER, dataVersion INTEGER
MATCH (g:Gainsay)
RETURN g.schemaVersion AS schemaVersion, g.dataVersion AS dataVersion
ORDER BY g.id LIMIT 10
