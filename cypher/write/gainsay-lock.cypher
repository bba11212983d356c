// Takes the write lock of the one Gainsay node, so that every other writer of any server waits, and reads the holder
// of the lease and the time of the database.
// Parameters: now INTEGER or null (a time that tests use instead of the clock)
// Columns: schemaVersion INTEGER, dataVersion INTEGER, leaseOwner STRING or null,
//   leaseUntil INTEGER or null (ms since 1970), now INTEGER (ms since 1970)
MATCH (g:Gainsay {id: 'gainsay'})
SET g.schemaVersion = g.schemaVersion
RETURN g.schemaVersion AS schemaVersion, g.dataVersion AS dataVersion, g.leaseOwner AS leaseOwner, g.leaseUntil AS leaseUntil,
       coalesce($now, timestamp()) AS now
LIMIT 1
