// Some claims with the counters that they store. check-claims-* count what these must be.
// Parameters: ids LIST<STRING>
// Columns: id STRING, importId STRING, statements INTEGER, asserters INTEGER, deniers INTEGER, contention INTEGER,
//   firstDate STRING or null, lastDate STRING or null
UNWIND $ids AS id
MATCH (c:Claim {id: id})
RETURN c.id AS id, c.importId AS importId, c.statements AS statements, c.asserters AS asserters, c.deniers AS deniers, c.contention AS contention,
  c.firstDate AS firstDate, c.lastDate AS lastDate
ORDER BY id
