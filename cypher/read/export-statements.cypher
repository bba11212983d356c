// Statements by id.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, actor STRING (its id), claim STRING (its id), stance STRING, date STRING or null,
//   modality STRING, note STRING or null, quoteExact STRING or null, quotePrefix STRING or null,
//   quoteSuffix STRING or null, quoteStart INTEGER or null, quoteEnd INTEGER or null, quoteLocation STRING or null,
//   importId STRING
UNWIND $ids AS id
MATCH (s:Statement {id: id}) WHERE NOT s.importId IN $hidden
MATCH (s)<-[:MADE]-(a:Actor)
MATCH (s)-[:ABOUT]->(c:Claim)
RETURN s.id AS id, a.id AS actor, c.id AS claim, s.stance AS stance, s.date AS date, s.modality AS modality, s.note AS note,
  s.quoteExact AS quoteExact, s.quotePrefix AS quotePrefix, s.quoteSuffix AS quoteSuffix, s.quoteStart AS quoteStart, s.quoteEnd AS quoteEnd,
  s.quoteLocation AS quoteLocation, s.importId AS importId
ORDER BY id
