// The actors with most statements, then those with positions on most claims, then those that deny most.
// Parameters: hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, statements INTEGER, positions INTEGER, denies INTEGER
MATCH (a:Actor) WHERE NOT a.importId IN $hidden
RETURN a.id AS id, a.statements AS statements, a.asserts + a.denies AS positions, a.denies AS denies
ORDER BY statements DESC, positions DESC, denies DESC, id LIMIT $limit
