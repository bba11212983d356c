// Creates the SPEAKS_FOR edges between actors.
// Parameters: rows LIST<MAP {id, from, to, importId}>
// Columns: written INTEGER (fewer than the rows when an id is missing)
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:SPEAKS_FOR]->(b)
SET r.id = row.id, r.importId = row.importId
RETURN count(r) AS written
