// Creates the PUBLISHED_BY edges of documents.
// Parameters: rows LIST<MAP {document, actor}>
// Columns: written INTEGER (fewer than the rows when an id is missing)
UNWIND $rows AS row
MATCH (d:Document {id: row.document})
MATCH (a:Actor {id: row.actor})
MERGE (d)-[r:PUBLISHED_BY]->(a)
RETURN count(r) AS written
