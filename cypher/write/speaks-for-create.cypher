// $rows LIST<MAP {id, from, to, importId}>
// Columns: written INTEGER
UNWIND $rows AS row
MATCH (a:Actor {id: row.from})
MATCH (b:Actor {id: row.to})
MERGE (a)-[r:SPEAKS_FOR]->(b)
SET r.id = row.id, r.importId = row.importId
RETURN count(r) AS written
