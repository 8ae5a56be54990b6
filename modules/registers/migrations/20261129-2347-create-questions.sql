-- Records that a rule of quality compares with what another organisation keeps: when each is asked about, and how that went. Answers are
-- not kept: the exchange's log has them, sealed.
create table registers.questions (
  tenant text not null,
  register text not null,
  record text not null,
  rule text not null,
  due_at timestamptz not null,
  asked_at timestamptz,
  attempts integer not null default 0,
  code text,
  constraint questions_pk primary key (tenant, register, record, rule)
);
create index questions_due on registers.questions (due_at);
create index questions_asked on registers.questions (tenant, register, rule, asked_at) where asked_at is not null;
select tereze.own_by_tenant('registers.questions');
