// Sets properties of Actor nodes; null removes a property.
// Parameters: rows LIST<MAP {id, properties}>
// Columns: none
UNWIND $rows AS row
MATCH (n:Actor {id: row.id})
SET n += row.properties
