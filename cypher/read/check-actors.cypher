// Some actors with their counters as they are; what these must be is counted by check-actors-…. $ids LIST<STRING>
// Columns: id, importId, statements, asserts, denies
UNWIND $ids AS id
MATCH (a:Actor {id: id})
RETURN a.id AS id, a.importId AS importId, a.statements AS statements, a.asserts AS asserts, a.denies AS denies
ORDER BY id
