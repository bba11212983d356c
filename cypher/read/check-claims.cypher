// Some claims with their counters as they are; what these must be is counted by check-claims-…. $ids LIST<STRING>
// Columns: id, importId, statements, asserters, deniers, contention, firstDate, lastDate
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c.id AS id, c.importId AS importId, c.statements AS statements, c.asserters AS asserters, c.deniers AS deniers, c.contention AS contention,
  c.firstDate AS firstDate, c.lastDate AS lastDate
ORDER BY id
