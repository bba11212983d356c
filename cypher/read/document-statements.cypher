// The statements in a document, in the order of their quotations. Those whose quotation is not located
// come last, newest first.
// Parameters: id STRING, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, unlocated INTEGER (0, 1), start INTEGER,
//   day STRING (the date, or an empty text)
MATCH (d:Document {id: $id})<-[:QUOTED_IN]-(s:Statement) WHERE NOT s.importId IN $hidden
RETURN s.id AS id, CASE WHEN s.quoteStart IS NULL THEN 1 ELSE 0 END AS unlocated, coalesce(s.quoteStart, 0) AS start,
       coalesce(s.date, '') AS day
ORDER BY unlocated, start, day DESC, id LIMIT $limit
