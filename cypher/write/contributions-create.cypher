// $rows LIST<MAP>: the properties of each new Contribution
UNWIND $rows AS row
CREATE (n:Contribution)
SET n = row
RETURN count(n) AS written
