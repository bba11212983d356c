// $id STRING, $properties MAP
MATCH (i:Import {id: $id})
SET i += $properties
