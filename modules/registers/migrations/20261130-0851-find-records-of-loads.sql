-- What a load wrote is found by the load, in the order of records: it is told in portions, after the last record that was told.
create index records_of_loads on registers.records (tenant, register, source_reference, id, version) where source_kind = 'import';
