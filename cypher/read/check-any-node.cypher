// Whether there is any node other than the mark of ownership. There is no row when there is none.
// Parameters: none
// Columns: labels LIST<STRING> (of one of them)
MATCH (n) WHERE NOT n:Gainsay OR n.schemaVersion IS NULL
RETURN labels(n) AS labels
LIMIT 1
