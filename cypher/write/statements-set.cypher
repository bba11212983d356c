// Sets properties of some nodes; null removes one. $rows LIST<MAP {id, properties}>
UNWIND $rows AS row
MATCH (n:Statement {id: row.id})
SET n += row.properties
