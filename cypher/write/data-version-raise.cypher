// Raises the version of the visible content. $now STRING
MATCH (g:Gainsay {id: 'gainsay'})
SET g.dataVersion = g.dataVersion + 1, g.lastWriteAt = $now
