-- Which item changed when, so that every node's search index can keep up with what other nodes write.

CREATE TABLE item_change (
  id          ${counted} PRIMARY KEY,
  item        VARCHAR(20) NOT NULL,
  changed_at  DATETIME(3) NOT NULL
);
CREATE INDEX item_change_by_time ON item_change (changed_at);
