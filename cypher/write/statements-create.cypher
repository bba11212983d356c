// Creates statements that no document quotes.
// Parameters: rows LIST<MAP {actor, claim, properties}>
// Columns: written INTEGER (fewer than the rows when an id is missing)
UNWIND $rows AS row
MATCH (a:Actor {id: row.actor})
MATCH (c:Claim {id: row.claim})
CREATE (a)-[:MADE]->(s:Statement)-[:ABOUT]->(c)
SET s = row.properties
RETURN count(s) AS written
