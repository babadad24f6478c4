-- Everything of one member, also what is over: asked for again and again once they want to be forgotten.
CREATE INDEX cases_of_member ON cases (member_key);
CREATE INDEX complaints_about_case ON complaints (case_id) WHERE case_id IS NOT NULL;
