// kind: schema
// What is asked for by something else than its id.
CREATE INDEX event_recorded_at IF NOT EXISTS FOR (n:Event) ON (n.recorded_at);
CREATE INDEX event_case_id IF NOT EXISTS FOR (n:Event) ON (n.case_id);
CREATE INDEX event_subject_id IF NOT EXISTS FOR (n:Event) ON (n.subject_id);
CREATE INDEX claim_case_id IF NOT EXISTS FOR (n:Claim) ON (n.case_id);
CREATE INDEX claim_reservation IF NOT EXISTS FOR (n:Claim) ON (n.reservation_id);
CREATE INDEX claim_need_id IF NOT EXISTS FOR (n:Claim) ON (n.need_id);
CREATE INDEX claim_expiry_second IF NOT EXISTS FOR (n:Claim) ON (n.expiry_second);
CREATE INDEX claim_provider IF NOT EXISTS FOR (n:Claim) ON (n.provider_id);
CREATE INDEX referral_case_id IF NOT EXISTS FOR (n:Referral) ON (n.case_id);
CREATE INDEX referral_provider IF NOT EXISTS FOR (n:Referral) ON (n.provider_id);
CREATE INDEX referral_answer_by IF NOT EXISTS FOR (n:Referral) ON (n.answer_by);
CREATE INDEX case_organization IF NOT EXISTS FOR (n:Case) ON (n.organization_id);
CREATE INDEX outbox_status IF NOT EXISTS FOR (n:OutboxRow) ON (n.status);
CREATE INDEX outbox_subject IF NOT EXISTS FOR (n:OutboxRow) ON (n.subject_id);
CREATE INDEX alert_organization IF NOT EXISTS FOR (n:Alert) ON (n.organization_id);
CREATE INDEX person_name_index IF NOT EXISTS FOR (n:Person) ON (n.name_index);
