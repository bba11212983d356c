// Takes the write lock of the one Gainsay node, so that every other writer of any server waits, and says who holds the lease.
// Columns: schemaVersion INTEGER, dataVersion INTEGER, leaseOwner STRING, leaseUntil INTEGER (ms since 1970)
MATCH (g:Gainsay {id: 'gainsay'})
SET g.schemaVersion = g.schemaVersion
RETURN g.schemaVersion AS schemaVersion, g.dataVersion AS dataVersion, g.leaseOwner AS leaseOwner, g.leaseUntil AS leaseUntil
LIMIT 1
