// Gives the lease to $owner until $until (ms since 1970); null for both gives it back.
MATCH (g:Gainsay {id: 'gainsay'})
SET g.leaseOwner = $owner, g.leaseUntil = $until
