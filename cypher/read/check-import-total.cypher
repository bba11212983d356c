// Columns: total INTEGER
MATCH (i:Import)
RETURN count(i) AS total
