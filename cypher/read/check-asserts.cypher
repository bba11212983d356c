// The visible ASSERTS edges of some claims, with their counters.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: actor STRING, claim STRING, positionId STRING or null, statements INTEGER or null,
//   firstDate STRING or null, lastDate STRING or null, modality STRING or null, importId STRING or null (of the edge)
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[r:ASSERTS]-(a:Actor) WHERE NOT r.importId IN $hidden OR r.importId IS NULL
RETURN a.id AS actor, c.id AS claim, r.id AS positionId, r.statements AS statements, r.firstDate AS firstDate, r.lastDate AS lastDate,
  r.modality AS modality, r.importId AS importId
ORDER BY claim, actor
