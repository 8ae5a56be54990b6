-- The signed manifest of a published package (JWS): what it is, and the hash of each of its files. What was published before has none.
alter table catalogue.packages add column signed text;
