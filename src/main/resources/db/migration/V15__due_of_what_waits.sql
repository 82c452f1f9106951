-- When what waits for somebody is due, so that a to-do list reads its first lines and no more. NULL without a running clock.

ALTER TABLE request ADD COLUMN due_at DATETIME(3) NULL;
ALTER TABLE item_waiting ADD COLUMN due_at DATETIME(3) NULL;

UPDATE request SET due_at = (SELECT MIN(d.due_at) FROM deadline d
  WHERE d.item = CONCAT('XQ-', request.serial) AND d.state = 'RUNNING');
UPDATE item_waiting SET due_at = (SELECT MIN(d.due_at) FROM deadline d
  WHERE d.item = item_waiting.item AND d.state = 'RUNNING');

CREATE INDEX request_waiting_for_requester ON request (requester, state, due_at);
CREATE INDEX request_waiting_for_owner ON request (owner, state, due_at);
CREATE INDEX request_waiting_for_department ON request (department, state, due_at);
CREATE INDEX item_waiting_for_whom ON item_waiting (waits, who, due_at);
ALTER TABLE request DROP INDEX request_by_department;
ALTER TABLE item_waiting DROP INDEX item_waiting_by_who;
