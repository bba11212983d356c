// The state with which every read begins: the version of the data, and the imports whose content is not visible.
// Parameters: none
// Columns: dataVersion INTEGER, lastWriteAt STRING, hidden LIST<STRING> (ids of imports; usually empty)
MATCH (g:Gainsay {id: 'gainsay'})
OPTIONAL MATCH (i:Import) WHERE i.number IS NOT NULL AND i.state IN ['loading', 'publishing', 'undoing']
WITH g, i.id AS id ORDER BY id
WITH g, collect(id) AS hidden
RETURN g.dataVersion AS dataVersion, g.lastWriteAt AS lastWriteAt, hidden
LIMIT 1
