// Writes a whole view, new or not. A property that is not given is removed.
// Parameters: id STRING, view MAP (all its properties)
// Columns: none
MERGE (v:View {id: $id})
SET v = $view
