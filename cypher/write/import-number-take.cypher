// The next number of an import; counted on, so that none is used twice.
// Columns: number INTEGER
MATCH (g:Gainsay {id: 'gainsay'})
SET g.importNumber = coalesce(g.importNumber, 0) + 1
RETURN g.importNumber AS number
LIMIT 1
