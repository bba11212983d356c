// What other imports contributed to what import $importId owns, of one label.
// $importId STRING, $label STRING
// Columns: id, importId, ownerId, entityId, role, payload
MATCH (k:Contribution {ownerId: $importId}) WHERE k.label = $label AND k.importId <> $importId
RETURN k.id AS id, k.importId AS importId, k.ownerId AS ownerId, k.entityId AS entityId, k.role AS role, k.payload AS payload
ORDER BY entityId, importId
