// Sets properties of Contribution nodes; null removes a property.
// Parameters: rows LIST<MAP {id, properties}>
// Columns: none
UNWIND $rows AS row
MATCH (n:Contribution {id: row.id})
SET n += row.properties
