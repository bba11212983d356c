// What the edges of some claims must be, counted from their visible statements by actor and stance.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: actor STRING, claim STRING, stance STRING, statements INTEGER, firstDate STRING or null,
//   lastDate STRING or null, weakness INTEGER (0 stated, 1 reported, 2 hedged), importId STRING
UNWIND $ids AS id
MATCH (c:Claim {id: id})
MATCH (c)<-[:ABOUT]-(s:Statement) WHERE s.stance <> 'neutral' AND NOT s.importId IN $hidden
MATCH (s)<-[:MADE]-(a:Actor)
WITH a.id AS actor, c.id AS claim, s.stance AS stance, count(s) AS statements, min(s.date) AS firstDate, max(s.date) AS lastDate,
     min(s.importId) AS importId, min(CASE s.modality WHEN 'stated' THEN 0 WHEN 'reported' THEN 1 ELSE 2 END) AS weakness
RETURN actor, claim, stance, statements, firstDate, lastDate, weakness, importId
ORDER BY claim, actor, stance
