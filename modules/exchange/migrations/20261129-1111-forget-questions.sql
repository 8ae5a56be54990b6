-- A question that was refused is not asked again: what it held goes at once. What nobody fetched goes after a term.
update exchange.outside_calls set question = null where state = 'refused';
create index outside_calls_kept on exchange.outside_calls (asked_at) where state in ('asked', 'answered');
