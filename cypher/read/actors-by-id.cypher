// The visible actors among some ids.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, name STRING, kind STRING or null, aliases LIST<STRING>, description STRING or null,
//   attributes STRING or null (JSON), asserts INTEGER, denies INTEGER, statements INTEGER
UNWIND $ids AS wanted
MATCH (a:Actor {id: wanted}) WHERE NOT a.importId IN $hidden
RETURN a.id AS id, a.name AS name, a.kind AS kind, a.aliases AS aliases, a.description AS description,
       a.attributes AS attributes, a.asserts AS asserts, a.denies AS denies, a.statements AS statements
ORDER BY id LIMIT $limit
