// Takes the write locks of some claims, in the order given, before anything about them is counted. $ids LIST<STRING>, sorted
UNWIND $ids AS id
MATCH (c:Claim {id: id})
SET c.id = c.id
