// Counts the actors that assert some claims.
// Parameters: ids LIST<STRING>, without STRING (an import that is being undone and does not count; empty for none)
// Columns: none
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[r:ASSERTS]-() WHERE r.importId <> $without
WITH c, count(r) AS asserters
SET c.asserters = asserters
