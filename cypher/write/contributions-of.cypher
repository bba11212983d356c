// What imports contributed to some entities.
// Parameters: entityIds LIST<STRING>, label STRING
// Columns: id STRING, importId STRING, ownerId STRING, entityId STRING, role STRING, payload STRING or null
UNWIND $entityIds AS entityId
MATCH (k:Contribution {entityId: entityId}) WHERE k.label = $label
RETURN k.id AS id, k.importId AS importId, k.ownerId AS ownerId, k.entityId AS entityId, k.role AS role, k.payload AS payload
ORDER BY entityId, importId
