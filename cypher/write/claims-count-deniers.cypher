// Counts the actors that deny some claims, and sets the contention. claims-count-asserters runs before it.
// Parameters: ids LIST<STRING>, without STRING (an import that is being undone and does not count; empty for none)
// Columns: none
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[r:DENIES]-() WHERE r.importId <> $without
WITH c, count(r) AS deniers
SET c.deniers = deniers, c.contention = CASE WHEN c.asserters < deniers THEN c.asserters ELSE deniers END
