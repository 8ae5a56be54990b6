-- What a person has filled in of a task so far, where they stopped, and when: `{ page, answers, at }`. Gone when the task ends.
alter table cases.tasks add column begun jsonb;
