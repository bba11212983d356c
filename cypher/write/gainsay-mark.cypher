// Marks the database as Gainsay's own, with the version of its schema.
// $schemaVersion INTEGER, $now STRING
MERGE (g:Gainsay {id: 'gainsay'})
SET g.schemaVersion = $schemaVersion, g.dataVersion = coalesce(g.dataVersion, 0), g.lastWriteAt = coalesce(g.lastWriteAt, $now)
