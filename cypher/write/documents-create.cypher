// $rows LIST<MAP>: the properties of each new Document
UNWIND $rows AS row
CREATE (n:Document)
SET n = row
RETURN count(n) AS written
