// How many saved views there are that are not deleted.
// Columns: total INTEGER
MATCH (v:View)
WHERE v.deletedAt IS NULL
RETURN count(v) AS total
LIMIT 1
