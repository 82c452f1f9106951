-- What a card shows of its item that a reader must not be misled about. Cards sent before this was kept have none.

ALTER TABLE card_place ADD COLUMN essentials LONGTEXT NULL;
