// The imports that the database remembers, newest first.
// Parameters: limit INTEGER
// Columns: id STRING, number INTEGER, state STRING, file STRING, format STRING, title STRING or null,
//   sha256 STRING or null, startedAt STRING, endedAt STRING or null, report STRING or null (JSON)
MATCH (i:Import) WHERE i.number IS NOT NULL AND i.state IS NOT NULL
RETURN i.id AS id, i.number AS number, i.state AS state, i.file AS file, i.format AS format, i.title AS title, i.sha256 AS sha256, i.startedAt AS startedAt, i.endedAt AS endedAt, i.report AS report
ORDER BY number DESC, id LIMIT $limit
