// The visible claims among some ids.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>, limit INTEGER
// Columns: id STRING, text STRING, topics LIST<STRING> or null, topic STRING or null (written by schema version 1),
//   scope STRING or null, attributes STRING or null (JSON), asserters INTEGER, deniers INTEGER, statements INTEGER,
//   firstDate STRING or null, lastDate STRING or null
UNWIND $ids AS wanted
MATCH (c:Claim {id: wanted}) WHERE NOT c.importId IN $hidden
RETURN c.id AS id, c.text AS text, c.topics AS topics, c.topic AS topic, c.scope AS scope,
       c.attributes AS attributes, c.asserters AS asserters, c.deniers AS deniers, c.statements AS statements, c.firstDate AS firstDate, c.lastDate AS lastDate
ORDER BY id LIMIT $limit
