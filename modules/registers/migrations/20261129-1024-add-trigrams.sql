-- Records are found by words as one types: trigrams of words, an extension that comes with PostgreSQL and that the owner of a database may add.
create extension if not exists pg_trgm with schema public;
