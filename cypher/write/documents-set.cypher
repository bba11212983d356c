// Sets properties of Document nodes; null removes a property.
// Parameters: rows LIST<MAP {id, properties}>
// Columns: none
UNWIND $rows AS row
MATCH (n:Document {id: row.id})
SET n += row.properties
