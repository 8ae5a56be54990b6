-- Files that came with the answer of another organisation: their bytes lie with the exchange, which holds them as long as the case has them.
-- `for_applicant`: whether the applicant opens them too.
alter table cases.attachments alter column blob drop not null;
alter table cases.attachments alter column size type bigint;
alter table cases.attachments add column exchange_file uuid;
alter table cases.attachments add column for_applicant boolean not null default true;
alter table cases.attachments add constraint attachments_bytes check ((blob is null) = (exchange_file is not null));
