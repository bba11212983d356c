// $id STRING
MATCH (i:Import {id: $id})
DETACH DELETE i
