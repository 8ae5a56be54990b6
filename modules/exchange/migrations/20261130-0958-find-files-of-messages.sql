-- Files are found by the message that named them, and by the one whose answer did.
create index files_by_message on exchange.files (tenant, message) where message is not null;
