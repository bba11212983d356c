// Who holds the lease.
// Columns: leaseOwner STRING, leaseUntil INTEGER (ms since 1970)
MATCH (g:Gainsay {id: 'gainsay'})
RETURN g.leaseOwner AS leaseOwner, g.leaseUntil AS leaseUntil
LIMIT 1
