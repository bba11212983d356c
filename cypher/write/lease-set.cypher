// Gives the lease to an owner until a time. Null for both gives it back.
// Parameters: owner STRING or null, until INTEGER or null (ms since 1970)
// Columns: none
MATCH (g:Gainsay {id: 'gainsay'})
SET g.leaseOwner = $owner, g.leaseUntil = $until
