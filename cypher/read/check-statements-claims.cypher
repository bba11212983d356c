// The claims that some statements are about.
// Parameters: ids LIST<STRING>
// Columns: id STRING (of the statement), target STRING (the claim)
UNWIND $ids AS id
MATCH (s:Statement {id: id})
MATCH (s)-[:ABOUT]->(c:Claim)
RETURN s.id AS id, c.id AS target
ORDER BY id, target
