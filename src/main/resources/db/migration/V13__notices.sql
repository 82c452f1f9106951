CREATE TABLE notice_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE notice (
  serial         BIGINT      NOT NULL PRIMARY KEY,
  version        BIGINT      NOT NULL,
  state          VARCHAR(20) NOT NULL,
  kind           VARCHAR(20) NOT NULL,
  body           LONGTEXT    NOT NULL,
  to_company     BOOLEAN     NOT NULL,
  must_read      BOOLEAN     NOT NULL,
  author         VARCHAR(64) NOT NULL,
  in_name_of     VARCHAR(64) NULL,
  published_at   DATETIME(3) NOT NULL,
  trail_entries  BIGINT      NOT NULL,
  trail_hash     CHAR(64)    NOT NULL
);
CREATE INDEX notice_by_state ON notice (state, serial);

-- For whom items are, whatever their kind: nobody named, everybody.

CREATE TABLE item_audience (
  item      VARCHAR(20) NOT NULL,
  position  INT         NOT NULL,
  part      VARCHAR(12) NOT NULL,
  who       VARCHAR(64) NOT NULL,
  PRIMARY KEY (item, position)
);

CREATE TABLE notice_receipt (
  serial        BIGINT      NOT NULL,
  position      INT         NOT NULL,
  person        VARCHAR(64) NOT NULL,
  confirmed_at  DATETIME(3) NULL,
  PRIMARY KEY (serial, position)
);
