// Actors that stay when import $importId goes, and of whom it has statements.
// Columns: ids LIST<STRING>
MATCH (s:Statement {importId: $importId})
MATCH (s)<-[:MADE]-(a) WHERE a.importId <> $importId
WITH DISTINCT a.id AS id
RETURN collect(id) AS ids
