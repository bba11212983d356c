// Sets the counters of some actors to nothing, before they are counted. $ids LIST<STRING>
UNWIND $ids AS id
MATCH (a:Actor {id: id})
SET a.statements = 0, a.asserts = 0, a.denies = 0
