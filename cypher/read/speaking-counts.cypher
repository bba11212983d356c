// How many actors an actor speaks for, and how many speak for it.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: speaksFor INTEGER, spokenForBy INTEGER
MATCH (a:Actor {id: $id})
OPTIONAL MATCH (a)-[r:SPEAKS_FOR]->(b:Actor) WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden
WITH a, count(r) AS speaksFor
OPTIONAL MATCH (a)<-[r:SPEAKS_FOR]-(b:Actor) WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden
RETURN speaksFor, count(r) AS spokenForBy
LIMIT 1
