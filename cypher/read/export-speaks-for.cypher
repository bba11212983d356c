// The actors that some actors speak for. This is a query of its own because an OPTIONAL MATCH makes the embedded
// engine scan.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING (of the actor), target STRING (the actor that it speaks for)
UNWIND $ids AS id
MATCH (n:Actor {id: id})
MATCH (n)-[r:SPEAKS_FOR]->(b:Actor) WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden
RETURN n.id AS id, b.id AS target
ORDER BY id, target
