-- When each member's newest card was proved, read without a look at the jobs themselves.
CREATE INDEX print_jobs_proved ON print_jobs (member_key, updated_at) WHERE state = 'confirmed';
