// Actors by id. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: id, name, kind, aliases, description, importId, speaksFor LIST<STRING>
UNWIND $ids AS id
MATCH (n:Actor {id: id}) WHERE NOT n.importId IN $hidden
OPTIONAL MATCH (n)-[r:SPEAKS_FOR]->(b:Actor) WHERE NOT r.importId IN $hidden AND NOT b.importId IN $hidden
WITH n, collect(b.id) AS speaksFor
RETURN n.id AS id, n.name AS name, n.kind AS kind, n.aliases AS aliases, n.description AS description, n.importId AS importId, speaksFor
ORDER BY id
