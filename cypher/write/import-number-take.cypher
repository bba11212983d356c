// Takes the next number of an import. No number is used twice.
// Parameters: none
// Columns: number INTEGER
MATCH (g:Gainsay {id: 'gainsay'})
SET g.importNumber = coalesce(g.importNumber, 0) + 1
RETURN g.importNumber AS number
LIMIT 1
