// Whether there is any node beside the mark of ownership.
// Columns: found BOOLEAN; no row when there is none
MATCH (n) WHERE NOT n:Gainsay
RETURN true AS found
LIMIT 1
