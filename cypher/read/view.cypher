// One saved view with its state, also when it is deleted.
// Parameters: id STRING
// Columns: id, name, note, thumbnail, state, version INTEGER, createdAt, updatedAt, deletedAt
MATCH (v:View {id: $id})
RETURN v.id AS id, v.name AS name, v.note AS note, v.thumbnail AS thumbnail, v.state AS state, v.version AS version,
       v.createdAt AS createdAt, v.updatedAt AS updatedAt, v.deletedAt AS deletedAt
LIMIT 1
