// Statements with their quotations, their actors and their claims.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, stance STRING, modality STRING, date STRING or null, note STRING or null, importId STRING,
//   quoteExact STRING or null, quotePrefix STRING or null, quoteSuffix STRING or null, quoteStart INTEGER or null,
//   quoteEnd INTEGER or null, quoteLocation STRING or null, actorId STRING, actorName STRING,
//   actorKind STRING or null, claimId STRING, claimText STRING
UNWIND $ids AS wanted
MATCH (s:Statement {id: wanted})<-[:MADE]-(a:Actor)
MATCH (s)-[:ABOUT]->(c:Claim)
WHERE NOT s.importId IN $hidden
RETURN s.id AS id, s.stance AS stance, s.modality AS modality, s.date AS date, s.note AS note, s.importId AS importId,
       s.quoteExact AS quoteExact, s.quotePrefix AS quotePrefix, s.quoteSuffix AS quoteSuffix,
       s.quoteStart AS quoteStart, s.quoteEnd AS quoteEnd, s.quoteLocation AS quoteLocation,
       a.id AS actorId, a.name AS actorName, a.kind AS actorKind, c.id AS claimId, c.text AS claimText
ORDER BY id LIMIT $limit
