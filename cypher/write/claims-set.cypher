// Sets properties of Claim nodes; null removes a property.
// Parameters: rows LIST<MAP {id, properties}>
// Columns: none
UNWIND $rows AS row
MATCH (n:Claim {id: row.id})
SET n += row.properties
