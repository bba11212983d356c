// Actors by id.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, name STRING, kind STRING or null, aliases LIST<STRING>, description STRING or null,
//   attributes STRING or null (JSON), importId STRING
UNWIND $ids AS id
MATCH (n:Actor {id: id}) WHERE NOT n.importId IN $hidden
RETURN n.id AS id, n.name AS name, n.kind AS kind, n.aliases AS aliases, n.description AS description,
       n.attributes AS attributes, n.importId AS importId
ORDER BY id
