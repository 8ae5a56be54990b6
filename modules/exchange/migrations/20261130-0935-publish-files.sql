-- Files of what is said on a topic. `drafts` is what they are made from, sealed, until they are made: what stands after it on the topic waits.
-- `files` names them as they were made; `without_files` says why there are none. Both stay null where a topic has no files.
alter table exchange.publications add column drafts bytea, add column files jsonb, add column without_files text;
create index publications_unmade on exchange.publications (tenant, topic, position) where drafts is not null;

-- A file that was said on a topic at a place: who follows the topic comes for it, or is sent one of its own that shares its parts.
alter table exchange.files add column position bigint;
create index files_of_publications on exchange.files (tenant, contract, position) where position is not null;
