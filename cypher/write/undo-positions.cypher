// The positions on some claims for which both an import and others have statements.
// Parameters: claims LIST<STRING>, importId STRING
// Columns: positions LIST<STRING>
UNWIND $claims AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s:Statement)
WITH s.positionId AS positionId, count(s) AS statements, sum(CASE WHEN s.importId = $importId THEN 1 ELSE 0 END) AS own
WHERE own > 0 AND own < statements
RETURN collect(positionId) AS positions
