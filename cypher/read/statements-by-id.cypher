// What statements say, who made them and about what.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id, stance, modality, date, note, importId, quoteExact, quotePrefix, quoteSuffix, quoteStart INTEGER, quoteEnd INTEGER,
//   quoteLocation, actorId, actorName, actorKind, claimId, claimText
UNWIND $ids AS wanted
MATCH (s:Statement {id: wanted})<-[:MADE]-(a:Actor)
MATCH (s)-[:ABOUT]->(c:Claim)
WHERE NOT s.importId IN $hidden
RETURN s.id AS id, s.stance AS stance, s.modality AS modality, s.date AS date, s.note AS note, s.importId AS importId,
       s.quoteExact AS quoteExact, s.quotePrefix AS quotePrefix, s.quoteSuffix AS quoteSuffix,
       s.quoteStart AS quoteStart, s.quoteEnd AS quoteEnd, s.quoteLocation AS quoteLocation,
       a.id AS actorId, a.name AS actorName, a.kind AS actorKind, c.id AS claimId, c.text AS claimText
ORDER BY id LIMIT $limit
