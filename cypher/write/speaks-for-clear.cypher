// Deletes what some actors speak for. $ids LIST<STRING>
UNWIND $ids AS id
MATCH (a:Actor {id: id})
MATCH (a)-[r:SPEAKS_FOR]->(:Actor)
DELETE r
