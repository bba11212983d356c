// Creates the REPORTED_BY edges of statements.
// Parameters: rows LIST<MAP {statement, actor, order}> (order counts from 0, nearest to the document first)
// Columns: written INTEGER (fewer than the rows when an id is missing)
UNWIND $rows AS row
MATCH (s:Statement {id: row.statement})
MATCH (a:Actor {id: row.actor})
CREATE (s)-[r:REPORTED_BY {order: row.order}]->(a)
RETURN count(r) AS written
