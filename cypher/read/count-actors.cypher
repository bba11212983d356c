// The number of visible actors and of their edges by stance.
// Parameters: hidden LIST<STRING>
// Columns: actors INTEGER, asserts INTEGER, denies INTEGER
MATCH (a:Actor) WHERE NOT a.importId IN $hidden
RETURN count(a) AS actors, coalesce(sum(a.asserts), 0) AS asserts, coalesce(sum(a.denies), 0) AS denies
LIMIT 1
