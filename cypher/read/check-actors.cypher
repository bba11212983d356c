// Some actors with the counters that they store. check-actors-* count what these must be.
// Parameters: ids LIST<STRING>
// Columns: id STRING, importId STRING, statements INTEGER, asserts INTEGER, denies INTEGER
UNWIND $ids AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, a.importId AS importId, a.statements AS statements, a.asserts AS asserts, a.denies AS denies
ORDER BY id
