// Takes the write locks of some claims, in the given order, before anything about them is counted.
// Parameters: ids LIST<STRING> (sorted)
// Columns: none
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.id = c.id
