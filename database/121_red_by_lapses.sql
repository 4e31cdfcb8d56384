-- What was missed of late is told by the lapses, which only what was missed has; the instant at which it was settled alone did not
-- tell it from what was done in that very instant.
drop index duty_instance_missed;
