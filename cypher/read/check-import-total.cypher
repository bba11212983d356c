// The number of imports that the database remembers.
// Parameters: none
// Columns: total INTEGER
MATCH (i:Import)
RETURN count(i) AS total
