// Removes for good the views that were deleted before a time.
// Parameters: before STRING (ISO 8601, UTC)
// Columns: none
MATCH (v:View) WHERE v.deletedAt < $before
DETACH DELETE v
