// Whether there is any node other than the mark of ownership. There is no row when there is none.
// Parameters: none
// Columns: found BOOLEAN
MATCH (n) WHERE NOT n:Gainsay
RETURN true AS found
LIMIT 1
