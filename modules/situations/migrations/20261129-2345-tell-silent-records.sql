-- Why the record of a look cannot be had, by the exchange, and since when that is told; null: it can, or it is too early to say.
-- A look that is not repeated by itself any more is due at infinity.
alter table situations.looks add column fault text;
alter table situations.looks add column code text;
alter table situations.looks add column told_at timestamptz;
alter table situations.looks add constraint looks_fault check (fault in ('late', 'dead', 'lying'));
create index looks_told on situations.looks (tenant, register, record) where told_at is not null;
