// The quotations from some documents. $ids LIST<STRING>, $without STRING: an import whose statements do not matter
// Columns: id, document, exact, prefix, suffix
UNWIND $ids AS id
MATCH (d:Document {id: id})
MATCH (d)<-[:QUOTED_IN]-(s) WHERE s.quoteExact IS NOT NULL AND s.importId <> $without
RETURN s.id AS id, d.id AS document, s.quoteExact AS exact, s.quotePrefix AS prefix, s.quoteSuffix AS suffix
ORDER BY id
