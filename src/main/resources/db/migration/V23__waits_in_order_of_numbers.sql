-- 项目 of somebody for whom thousands of other things wait: their newest projects, without a look at the rest.
CREATE INDEX item_waiting_by_who ON item_waiting (waits, who, serial, item);
