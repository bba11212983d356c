// Takes the write lock of a view, so that every other writer of any server waits, and reads it as read/view does.
// Parameters: id STRING
// Columns: id STRING, name STRING, note STRING or null, thumbnail STRING or null, state STRING, version INTEGER,
//   createdAt STRING, updatedAt STRING, deletedAt STRING or null
MATCH (v:View {id: $id}) WHERE v.state IS NOT NULL AND v.version IS NOT NULL AND v.createdAt IS NOT NULL
SET v.version = v.version
RETURN v.id AS id, v.name AS name, v.note AS note, v.thumbnail AS thumbnail, v.state AS state, v.version AS version,
       v.createdAt AS createdAt, v.updatedAt AS updatedAt, v.deletedAt AS deletedAt
LIMIT 1
