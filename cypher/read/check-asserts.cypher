// The ASSERTS edges of some claims, each with its visible statements. $ids LIST<STRING>, $hidden LIST<STRING>
// Columns: actor, claim, positionId, statements, firstDate, lastDate, modality, importId of the edge
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[r:ASSERTS]-(a:Actor) WHERE NOT r.importId IN $hidden OR r.importId IS NULL
RETURN a.id AS actor, c.id AS claim, r.id AS positionId, r.statements AS statements, r.firstDate AS firstDate, r.lastDate AS lastDate,
  r.modality AS modality, r.importId AS importId
ORDER BY claim, actor
