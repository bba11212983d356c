// Removes for good the views that were deleted before a time.
// $before STRING (ISO 8601, UTC)
MATCH (v:View) WHERE v.deletedAt < $before
DETACH DELETE v
