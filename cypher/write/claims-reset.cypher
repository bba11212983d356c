// Sets the counters of some claims to nothing, before they are counted: an OPTIONAL MATCH would make the embedded engine scan.
// $ids LIST<STRING>
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.statements = 0, c.asserters = 0, c.deniers = 0, c.contention = 0, c.firstDate = null, c.lastDate = null
