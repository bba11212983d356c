// Ids that several nodes of one label have, so that a constraint cannot be made.
// Parameters: label STRING
// Columns: id STRING, nodes INTEGER
MATCH (n) WHERE $label IN labels(n) AND n.id IS NOT NULL
WITH n.id AS id, count(n) AS nodes WHERE nodes > 1
RETURN id, nodes
ORDER BY nodes DESC, id LIMIT 5
