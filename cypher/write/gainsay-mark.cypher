// Marks the database as one of Gainsay, with the version of its schema.
// Parameters: schemaVersion INTEGER, now STRING (ISO 8601, UTC)
// Columns: none
MERGE (g:Gainsay {id: 'gainsay'})
SET g.schemaVersion = $schemaVersion, g.dataVersion = coalesce(g.dataVersion, 0), g.lastWriteAt = coalesce(g.lastWriteAt, $now)
