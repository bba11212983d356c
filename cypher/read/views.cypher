// A page of the saved views that are not deleted, latest change first, without their states.
// Parameters: afterTime STRING, afterId STRING or null, limit INTEGER
// Columns: id STRING, name STRING, note STRING or null, thumbnail STRING or null, version INTEGER, createdAt STRING,
//   updatedAt STRING
MATCH (v:View)
WHERE v.deletedAt IS NULL AND v.state IS NOT NULL AND v.version IS NOT NULL AND v.createdAt IS NOT NULL
  AND ($afterId IS NULL OR v.updatedAt < $afterTime OR (v.updatedAt = $afterTime AND v.id > $afterId))
RETURN v.id AS id, v.name AS name, v.note AS note, v.thumbnail AS thumbnail, v.version AS version,
       v.createdAt AS createdAt, v.updatedAt AS updatedAt
ORDER BY updatedAt DESC, id LIMIT $limit
