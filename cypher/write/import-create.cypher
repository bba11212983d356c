// Creates the node of an import.
// Parameters: import MAP (its properties)
// Columns: none
CREATE (i:Import)
SET i = $import
