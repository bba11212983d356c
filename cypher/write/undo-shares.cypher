// The contributions of other imports to the entities of one label that an import owns.
// Parameters: importId STRING, label STRING
// Columns: id STRING, importId STRING, ownerId STRING, entityId STRING, role STRING, payload STRING or null
MATCH (k:Contribution {ownerId: $importId}) WHERE k.label = $label AND k.importId <> $importId
RETURN k.id AS id, k.importId AS importId, k.ownerId AS ownerId, k.entityId AS entityId, k.role AS role, k.payload AS payload
ORDER BY entityId, importId
