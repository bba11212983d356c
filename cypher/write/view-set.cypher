// Writes a view whole, new or not: what $view leaves out is removed.
// $id STRING, $view MAP (all its properties)
MERGE (v:View {id: $id})
SET v = $view
