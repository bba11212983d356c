// Sets properties of some nodes; null removes one. $rows LIST<MAP {id, properties}>
UNWIND $rows AS row
MATCH (n:Contribution {id: row.id})
SET n += row.properties
