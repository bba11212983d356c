// The properties by which filters select the statements of some positions. The rows have no order: sorting takes as
// long as finding, and the caller sorts.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, position STRING, date STRING or null, modality STRING
UNWIND $positions AS position
MATCH (s:Statement {positionId: position}) WHERE NOT s.importId IN $hidden
RETURN s.id AS id, position, s.date AS date, s.modality AS modality
LIMIT $limit
