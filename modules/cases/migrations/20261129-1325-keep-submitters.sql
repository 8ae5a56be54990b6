-- Who applied for the person whose case it is; null where the person did, or nobody.
alter table cases.cases add column submitter text;
