// The greatest number of an import. Columns: number INTEGER
MATCH (i:Import)
RETURN max(i.number) AS number
