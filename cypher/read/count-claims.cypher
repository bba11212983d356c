// How many claims are visible, how many of them contested, and how many statements are about them (each is about one).
// Parameters: hidden LIST<STRING>
// Columns: claims INTEGER, contested INTEGER, statements INTEGER
MATCH (c:Claim) WHERE NOT c.importId IN $hidden
RETURN count(c) AS claims, coalesce(sum(CASE WHEN c.contention > 0 THEN 1 ELSE 0 END), 0) AS contested,
       coalesce(sum(c.statements), 0) AS statements
LIMIT 1
