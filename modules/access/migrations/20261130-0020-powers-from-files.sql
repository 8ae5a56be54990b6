-- `document` is the number of the file that a power came as. Such a power counts as long as its register was heard to have it in force:
-- until this day, which each answer of the register moves on.
alter table access.powers add column confirmed_until date;
alter table access.powers add constraint powers_confirmed check (confirmed_until is null or document is not null);
create index powers_of_document on access.powers (tenant, document) where document is not null;
