// Creates Contribution nodes.
// Parameters: rows LIST<MAP> (the properties of each node)
// Columns: written INTEGER
UNWIND $rows AS row
CREATE (n:Contribution)
SET n = row
RETURN count(n) AS written
