-- When the time-stamp of a document's file is renewed. Of files that were kept before, the job reads it out of the file.
alter table documents.documents add column renew_at timestamptz;
update documents.documents set renew_at = issued_at + interval '30 days' where picture is not null;
create index documents_by_renewal on documents.documents (renew_at) where renew_at is not null;
