// Creates statements that a document quotes.
// Parameters: rows LIST<MAP {actor, claim, document, properties}>
// Columns: written INTEGER (fewer than the rows when an id is missing)
UNWIND $rows AS row
MATCH (a:Actor {id: row.actor})
MATCH (c:Claim {id: row.claim})
MATCH (d:Document {id: row.document})
CREATE (a)-[:MADE]->(s:Statement)-[:ABOUT]->(c)
CREATE (s)-[:QUOTED_IN]->(d)
SET s = row.properties
RETURN count(s) AS written
