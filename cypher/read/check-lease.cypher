// The holder of the lease, and the time of the database, by which it ends: the clocks of servers differ.
// Parameters: now INTEGER or null (a time that tests use instead of the clock)
// Columns: leaseOwner STRING or null, leaseUntil INTEGER or null (ms since 1970), now INTEGER (ms since 1970)
MATCH (g:Gainsay {id: 'gainsay'})
RETURN g.leaseOwner AS leaseOwner, g.leaseUntil AS leaseUntil, coalesce($now, timestamp()) AS now
LIMIT 1
