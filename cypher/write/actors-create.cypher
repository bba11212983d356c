// $rows LIST<MAP>: the properties of each new Actor
UNWIND $rows AS row
CREATE (n:Actor)
SET n = row
RETURN count(n) AS written
