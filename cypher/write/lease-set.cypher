// Gives the lease to an owner for a term from now, by the clock of the database. Null as the owner gives it back.
// Parameters: owner STRING or null, term INTEGER (ms),
//   now INTEGER or null (a time that tests use instead of the clock)
// Columns: none
MATCH (g:Gainsay {id: 'gainsay'})
SET g.leaseOwner = $owner, g.leaseUntil = CASE WHEN $owner IS NULL THEN null ELSE coalesce($now, timestamp()) + $term END
