// The holder of the lease.
// Parameters: none
// Columns: leaseOwner STRING or null, leaseUntil INTEGER or null (ms since 1970)
MATCH (g:Gainsay {id: 'gainsay'})
RETURN g.leaseOwner AS leaseOwner, g.leaseUntil AS leaseUntil
LIMIT 1
