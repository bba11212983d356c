// Whether a node with the label View has an id, also one of another program.
// Parameters: id STRING
// Columns: taken BOOLEAN
MATCH (v:View {id: $id})
RETURN true AS taken
LIMIT 1
