-- The open 争议 about an item; without the state in the index all disputes that are open were read for it.
CREATE INDEX dispute_open_about ON dispute (about, state, serial);
ALTER TABLE dispute DROP INDEX dispute_by_about;
-- 项目 and 群组 of somebody who sees few projects go by the departments that a charter names.
CREATE INDEX project_by_department ON project (department, serial);
CREATE INDEX project_milestone_by_department ON project_milestone (department, serial);
CREATE INDEX project_support_by_department ON project_support (department, serial);
-- 待办 of who answers for much: what it lists stands in the index itself.
CREATE INDEX item_waiting_in_order ON item_waiting (waits, who, due_at, item);
ALTER TABLE item_waiting DROP INDEX item_waiting_for_whom;
