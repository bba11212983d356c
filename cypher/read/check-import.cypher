// One import. $id STRING
// Columns: id, number, state, file, format, title, sha256, startedAt, endedAt, report (JSON)
MATCH (i:Import {id: $id})
RETURN i.id AS id, i.number AS number, i.state AS state, i.file AS file, i.format AS format, i.title AS title, i.sha256 AS sha256, i.startedAt AS startedAt, i.endedAt AS endedAt, i.report AS report
LIMIT 1
