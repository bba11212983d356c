// All contributions of imports to entities.
// Parameters: none
// Columns: id STRING, importId STRING, ownerId STRING, entityId STRING, label STRING, role STRING,
//   payload STRING or null
MATCH (k:Contribution) WHERE k.importId IS NOT NULL AND k.entityId IS NOT NULL
RETURN k.id AS id, k.importId AS importId, k.ownerId AS ownerId, k.entityId AS entityId, k.label AS label, k.role AS role, k.payload AS payload
ORDER BY entityId, label, importId LIMIT 1000000
