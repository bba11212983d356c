// The number of saved views that are not deleted.
// Parameters: none
// Columns: total INTEGER
MATCH (v:View)
WHERE v.deletedAt IS NULL
RETURN count(v) AS total
LIMIT 1
