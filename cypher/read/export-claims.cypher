// Claims by id.
// Parameters: ids LIST<STRING>, hidden LIST<STRING>
// Columns: id STRING, text STRING, topics LIST<STRING> or null, topic STRING or null (written by schema version 1),
//   scope STRING or null, attributes STRING or null (JSON), importId STRING
UNWIND $ids AS id
MATCH (n:Claim {id: id}) WHERE NOT n.importId IN $hidden
RETURN n.id AS id, n.text AS text, n.topics AS topics, n.topic AS topic, n.scope AS scope, n.attributes AS attributes,
       n.importId AS importId
ORDER BY id
