// Deletes the SPEAKS_FOR edges from some actors.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[r:SPEAKS_FOR]->(:Actor)
DELETE r
