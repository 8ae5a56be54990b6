-- Until when a node is putting a person's letter of the day together; null: nobody is.
alter table notifications.preferences add column letter_until timestamptz;
