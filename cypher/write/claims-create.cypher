// $rows LIST<MAP>: the properties of each new Claim
UNWIND $rows AS row
CREATE (n:Claim)
SET n = row
RETURN count(n) AS written
