// Raises the version of the visible content.
// Parameters: now STRING (ISO 8601, UTC)
// Columns: none
MATCH (g:Gainsay {id: 'gainsay'})
SET g.dataVersion = g.dataVersion + 1, g.lastWriteAt = $now
