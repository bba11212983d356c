// Look-ups by id: a constraint makes no index here, so a load would scan.
CREATE INDEX actor_id_index IF NOT EXISTS FOR (x:Actor) ON (x.id);
CREATE INDEX claim_id_index IF NOT EXISTS FOR (x:Claim) ON (x.id);
CREATE INDEX document_id_index IF NOT EXISTS FOR (x:Document) ON (x.id);
CREATE INDEX statement_id_index IF NOT EXISTS FOR (x:Statement) ON (x.id);
CREATE INDEX import_id_index IF NOT EXISTS FOR (x:Import) ON (x.id);
CREATE INDEX contribution_id_index IF NOT EXISTS FOR (x:Contribution) ON (x.id);
CREATE INDEX gainsay_id_index IF NOT EXISTS FOR (x:Gainsay) ON (x.id);
// What reads, batches of an import and its undoing look up.
CREATE INDEX actor_import_id IF NOT EXISTS FOR (x:Actor) ON (x.importId);
CREATE INDEX claim_import_id IF NOT EXISTS FOR (x:Claim) ON (x.importId);
CREATE INDEX document_import_id IF NOT EXISTS FOR (x:Document) ON (x.importId);
CREATE INDEX statement_import_id IF NOT EXISTS FOR (x:Statement) ON (x.importId);
CREATE INDEX statement_position_id IF NOT EXISTS FOR (x:Statement) ON (x.positionId);
CREATE INDEX contribution_import_id IF NOT EXISTS FOR (x:Contribution) ON (x.importId);
CREATE INDEX contribution_entity_id IF NOT EXISTS FOR (x:Contribution) ON (x.entityId);
CREATE INDEX contribution_owner_id IF NOT EXISTS FOR (x:Contribution) ON (x.ownerId);
CREATE INDEX claim_contention IF NOT EXISTS FOR (x:Claim) ON (x.contention);
CREATE INDEX import_state IF NOT EXISTS FOR (x:Import) ON (x.state);
CREATE INDEX import_sha256 IF NOT EXISTS FOR (x:Import) ON (x.sha256);
