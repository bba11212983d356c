// Removes for good the views that were deleted before a time.
// Parameters: before STRING (ISO 8601, UTC)
// Columns: none
MATCH (v:View) WHERE v.deletedAt < $before AND v.state IS NOT NULL AND v.version IS NOT NULL AND v.createdAt IS NOT NULL
DETACH DELETE v
