// What filters look at in the statements of some positions.
// In no order: sorting takes as long as finding, and the caller sorts.
// Parameters: positions LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id, position, date, modality
UNWIND $positions AS position
MATCH (s:Statement {positionId: position}) WHERE NOT s.importId IN $hidden
RETURN s.id AS id, position, s.date AS date, s.modality AS modality
LIMIT $limit
