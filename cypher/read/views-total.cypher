// The number of saved views that are not deleted.
// Parameters: none
// Columns: total INTEGER
MATCH (v:View)
WHERE v.deletedAt IS NULL AND v.state IS NOT NULL AND v.version IS NOT NULL AND v.createdAt IS NOT NULL
RETURN count(v) AS total
LIMIT 1
