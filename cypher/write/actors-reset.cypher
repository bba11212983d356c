// Sets the counters of some actors to 0. The queries that count run after it and skip actors without an edge, because
// an OPTIONAL MATCH makes the embedded engine scan.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (a:Actor {id: id})
SET a.statements = 0, a.asserts = 0, a.denies = 0
