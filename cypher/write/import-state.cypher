// Where one import stands. $id STRING
// Columns: state STRING, batch INTEGER (the last batch that was written), run STRING (which attempt wrote it)
MATCH (i:Import {id: $id})
RETURN i.state AS state, i.batch AS batch, i.run AS run
LIMIT 1
