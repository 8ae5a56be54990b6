-- What a security server says of its answer: hash and number of the request, proof for whoever has to show it later.
alter table exchange.outside_calls add column evidence jsonb;
