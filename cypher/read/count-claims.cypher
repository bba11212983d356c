// The numbers of visible claims, of contested ones among them, and of statements about them (each statement is about
// one claim).
// Parameters: hidden LIST<STRING>
// Columns: claims INTEGER, contested INTEGER, statements INTEGER
MATCH (c:Claim) WHERE NOT c.importId IN $hidden
RETURN count(c) AS claims, coalesce(sum(CASE WHEN c.contention > 0 THEN 1 ELSE 0 END), 0) AS contested,
       coalesce(sum(c.statements), 0) AS statements
LIMIT 1
