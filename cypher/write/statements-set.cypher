// Sets properties of Statement nodes; null removes a property.
// Parameters: rows LIST<MAP {id, properties}>
// Columns: none
UNWIND $rows AS row
MATCH (n:Statement {id: row.id})
SET n += row.properties
