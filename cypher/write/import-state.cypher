// The state of one import.
// Parameters: id STRING
// Columns: state STRING, batch INTEGER or null (the last batch that was written)
MATCH (i:Import {id: $id})
RETURN i.state AS state, i.batch AS batch
LIMIT 1
