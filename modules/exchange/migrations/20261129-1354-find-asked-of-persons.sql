-- What a person is asked for, over all organisations.
create index consents_asked_of on exchange.consents (person) where state = 'asked';
