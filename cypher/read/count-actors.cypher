// How many actors are visible, and how many edges of each stance they have.
// Parameters: hidden LIST<STRING>
// Columns: actors INTEGER, asserts INTEGER, denies INTEGER
MATCH (a:Actor) WHERE NOT a.importId IN $hidden
RETURN count(a) AS actors, coalesce(sum(a.asserts), 0) AS asserts, coalesce(sum(a.denies), 0) AS denies
LIMIT 1
