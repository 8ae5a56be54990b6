-- Which date's rules and legal parameters a decision applied, and the clause by which an edition of them did.
alter table cases.decisions add column rules_on date;
alter table cases.decisions add column edition_clause text;

-- The clause that allowed an act without an official.
alter table cases.acts add column automatic_clause text;
