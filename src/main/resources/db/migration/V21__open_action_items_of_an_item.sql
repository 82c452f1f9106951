-- What is open of an item's 行动项; without the state in the index all that are open were read for it.
CREATE INDEX action_item_open_from ON action_item (source, state, serial);
ALTER TABLE action_item DROP INDEX action_item_by_source;
