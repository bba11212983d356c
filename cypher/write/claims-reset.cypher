// Sets the counters of some claims to 0. The queries that count run after it and skip claims without an edge, because
// an OPTIONAL MATCH makes the embedded engine scan.
// Parameters: ids LIST<STRING>
// Columns: none
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.statements = 0, c.asserters = 0, c.deniers = 0, c.contention = 0, c.firstDate = null, c.lastDate = null
