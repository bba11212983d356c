// Sets properties of the node of an import; null removes a property.
// Parameters: id STRING, properties MAP
// Columns: none
MATCH (i:Import {id: $id})
SET i += $properties
