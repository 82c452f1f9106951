-- Meetings with those invited, what they talk about, their minutes, and everybody's link to their own calendar.

CREATE TABLE meeting_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE meeting (
  serial          BIGINT       NOT NULL PRIMARY KEY,
  version         BIGINT       NOT NULL,
  state           VARCHAR(20)  NOT NULL,
  subject         LONGTEXT     NOT NULL,
  starts_at       DATETIME(3)  NOT NULL,
  minutes_long    INT          NOT NULL,
  place           LONGTEXT     NOT NULL,
  series          VARCHAR(64)  NULL,
  planned_on      DATE         NULL,
  series_owner    VARCHAR(20)  NULL,
  series_key      VARCHAR(90)  NULL,
  host            VARCHAR(64)  NOT NULL,
  organiser       VARCHAR(64)  NOT NULL,
  called_at       DATETIME(3)  NOT NULL,
  revision        INT          NOT NULL,
  decisions       LONGTEXT     NULL,
  minuted_by      VARCHAR(64)  NULL,
  distributed_at  DATETIME(3)  NULL,
  trail_entries   BIGINT       NOT NULL,
  trail_hash      CHAR(64)     NOT NULL
);
CREATE INDEX meeting_by_state ON meeting (state, serial);
CREATE UNIQUE INDEX meeting_by_series ON meeting (series_key, planned_on);

CREATE TABLE meeting_invitee (
  serial     BIGINT      NOT NULL,
  position   INT         NOT NULL,
  person     VARCHAR(64) NOT NULL,
  reply      VARCHAR(10) NOT NULL,
  stand_in   VARCHAR(64) NULL,
  reason     LONGTEXT    NOT NULL,
  present    BOOLEAN     NOT NULL,
  confirmed  INT         NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE meeting_topic (
  serial    BIGINT      NOT NULL,
  position  INT         NOT NULL,
  topic     LONGTEXT    NOT NULL,
  proposer  VARCHAR(64) NULL,
  about     VARCHAR(20) NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE meeting_order (
  serial    BIGINT      NOT NULL,
  position  INT         NOT NULL,
  owner     VARCHAR(64) NOT NULL,
  what      LONGTEXT    NOT NULL,
  due       DATE        NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE meeting_objection (
  serial    BIGINT      NOT NULL,
  position  INT         NOT NULL,
  revision  INT         NOT NULL,
  person    VARCHAR(64) NOT NULL,
  objection LONGTEXT    NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE calendar_feed (
  token_hash  CHAR(64)    NOT NULL PRIMARY KEY,
  person      VARCHAR(64) NOT NULL,
  made_at     DATETIME(3) NOT NULL
);
CREATE INDEX calendar_feed_by_person ON calendar_feed (person);

-- Whose time is up, for the agendas of meetings.

CREATE INDEX deadline_by_due ON deadline (state, due_at);
