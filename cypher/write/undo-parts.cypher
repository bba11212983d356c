// The entities of one label to which an import contributed without owning them.
// Parameters: importId STRING, label STRING
// Columns: entityId STRING
MATCH (k:Contribution {importId: $importId}) WHERE k.label = $label AND k.ownerId <> $importId
RETURN DISTINCT k.entityId AS entityId
ORDER BY entityId
