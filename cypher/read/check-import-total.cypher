// The number of imports that the database remembers.
// Parameters: none
// Columns: total INTEGER
MATCH (i:Import) WHERE i.number IS NOT NULL AND i.state IS NOT NULL
RETURN count(i) AS total
