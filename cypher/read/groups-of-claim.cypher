// The numbers of actors that assert and deny a claim, by kind. The most frequent kind comes first.
// Parameters: id STRING, hidden LIST<STRING>
// Columns: type STRING (ASSERTS, DENIES), kind STRING (unknown where the actor has none), count INTEGER
MATCH (c:Claim {id: $id})<-[r:ASSERTS|DENIES]-(a:Actor)
WHERE NOT r.importId IN $hidden AND NOT a.importId IN $hidden
WITH type(r) AS type, coalesce(a.kind, 'unknown') AS kind
RETURN type, kind, count(*) AS count
ORDER BY type, count DESC, kind LIMIT 20
