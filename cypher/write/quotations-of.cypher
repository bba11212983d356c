// The quotations from some documents.
// Parameters: ids LIST<STRING>, without STRING (an import whose statements are left out; empty for none)
// Columns: id STRING, document STRING, exact STRING, prefix STRING or null, suffix STRING or null
UNWIND $ids AS id
MATCH (d:Document {id: id})
MATCH (d)<-[:QUOTED_IN]-(s) WHERE s.quoteExact IS NOT NULL AND s.importId <> $without
RETURN s.id AS id, d.id AS document, s.quoteExact AS exact, s.quotePrefix AS prefix, s.quoteSuffix AS suffix
ORDER BY id
