-- Times are UTC. The same file runs on H2 (MySQL mode) and on MariaDB/MySQL, whose database must be utf8mb4.
-- ${counted} is a number that the database gives out; on H2 the program counts itself (Serials).

CREATE TABLE request_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE request (
  serial          BIGINT       NOT NULL PRIMARY KEY,
  version         BIGINT       NOT NULL,
  requester       VARCHAR(64)  NOT NULL,
  from_department VARCHAR(64)  NOT NULL,
  department      VARCHAR(64)  NOT NULL,
  owner           VARCHAR(64)  NULL,
  need            LONGTEXT     NOT NULL,
  wanted_by       DATE         NULL,
  support_needed  LONGTEXT     NOT NULL,
  urgent          BOOLEAN      NOT NULL,
  visibility      VARCHAR(20)  NOT NULL,
  filed_at        DATETIME(3)  NOT NULL,
  chat_platform   VARCHAR(20)  NOT NULL,
  chat_id         VARCHAR(190) NOT NULL,
  chat_kind       VARCHAR(10)  NOT NULL,
  chat_name       VARCHAR(190) NOT NULL,
  state           VARCHAR(20)  NOT NULL,
  promised_for    DATE         NULL,
  rating          INT          NULL,
  bounces         INT          NOT NULL,
  questions       INT          NOT NULL,
  reopens         INT          NOT NULL,
  nudges          INT          NOT NULL,
  last_nudged_at  DATETIME(3)  NULL,
  escalated       BOOLEAN      NOT NULL,
  trail_entries   BIGINT       NOT NULL,
  trail_hash      CHAR(64)     NOT NULL
);
CREATE INDEX request_by_requester ON request (requester, state, serial);
CREATE INDEX request_by_owner ON request (owner, state, serial);
CREATE INDEX request_by_department ON request (department, state, serial);

CREATE TABLE request_person (
  serial  BIGINT      NOT NULL,
  person  VARCHAR(64) NOT NULL,
  part    VARCHAR(10) NOT NULL,
  PRIMARY KEY (serial, person, part)
);
CREATE INDEX request_person_by_person ON request_person (person, part);

CREATE TABLE request_leg (
  serial      BIGINT      NOT NULL,
  position    INT         NOT NULL,
  department  VARCHAR(64) NOT NULL,
  owner       VARCHAR(64) NULL,
  from_at     DATETIME(3) NOT NULL,
  until_at    DATETIME(3) NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE deadline (
  item       VARCHAR(20) NOT NULL,
  purpose    VARCHAR(20) NOT NULL,
  round_no   INT         NOT NULL,
  owner      VARCHAR(64) NOT NULL,
  state      VARCHAR(10) NOT NULL,
  armed_at   DATETIME(3) NOT NULL,
  due_at     DATETIME(3) NULL,
  tentative  BOOLEAN     NOT NULL,
  fired      INT         NOT NULL,
  next_at    DATETIME(3) NULL,
  ended_at   DATETIME(3) NULL,
  PRIMARY KEY (item, purpose, round_no)
);
CREATE INDEX deadline_by_next ON deadline (next_at);

CREATE TABLE deadline_pause (
  item       VARCHAR(20) NOT NULL,
  purpose    VARCHAR(20) NOT NULL,
  round_no   INT         NOT NULL,
  position   INT         NOT NULL,
  from_at    DATETIME(3) NOT NULL,
  until_at   DATETIME(3) NULL,
  why        LONGTEXT    NOT NULL,
  by_person  VARCHAR(64) NOT NULL,
  PRIMARY KEY (item, purpose, round_no, position)
);

CREATE TABLE trail_entry (
  item          VARCHAR(20)  NOT NULL,
  seq           BIGINT       NOT NULL,
  happened_at   DATETIME(3)  NOT NULL,
  person        VARCHAR(64)  NULL,
  in_name_of    VARCHAR(64)  NULL,
  platform      VARCHAR(20)  NOT NULL,
  chat_id       VARCHAR(190) NOT NULL,
  event_id      VARCHAR(190) NOT NULL,
  fact          VARCHAR(40)  NOT NULL,
  detail        LONGTEXT     NOT NULL,
  state_before  VARCHAR(20)  NULL,
  state_after   VARCHAR(20)  NOT NULL,
  hash          CHAR(64)     NOT NULL,
  PRIMARY KEY (item, seq)
);

CREATE TABLE inbox_event (
  platform     VARCHAR(20)  NOT NULL,
  event_id     VARCHAR(190) NOT NULL,
  received_at  DATETIME(3)  NOT NULL,
  answer       LONGTEXT     NULL,
  PRIMARY KEY (platform, event_id)
);

CREATE TABLE outbox (
  id            ${counted} PRIMARY KEY,
  lane          VARCHAR(220) NOT NULL,
  item          VARCHAR(20)  NULL,
  person        VARCHAR(64)  NULL,
  platform      VARCHAR(20)  NULL,
  chat_id       VARCHAR(190) NULL,
  chat_kind     VARCHAR(10)  NULL,
  chat_name     VARCHAR(190) NULL,
  kind          VARCHAR(10)  NOT NULL,
  body          LONGTEXT     NOT NULL,
  urgency       VARCHAR(10)  NOT NULL,
  state         VARCHAR(10)  NOT NULL,
  created_at    DATETIME(3)  NOT NULL,
  not_before    DATETIME(3)  NOT NULL,
  due_at        DATETIME(3)  NOT NULL,
  attempts      INT          NOT NULL,
  lease_owner   VARCHAR(64)  NULL,
  lease_until   DATETIME(3)  NULL,
  digest        BIGINT       NULL,
  last_error    VARCHAR(500) NULL,
  sent_at       DATETIME(3)  NULL
);
CREATE INDEX outbox_waiting ON outbox (state, urgency, due_at, id);
CREATE INDEX outbox_by_lane ON outbox (lane, state, id);

CREATE TABLE card_place (
  id             ${counted} PRIMARY KEY,
  item           VARCHAR(20)  NOT NULL,
  person         VARCHAR(64)  NULL,
  platform       VARCHAR(20)  NOT NULL,
  chat_id        VARCHAR(190) NOT NULL,
  chat_kind      VARCHAR(10)  NOT NULL,
  message_id     VARCHAR(190) NOT NULL,
  headline       LONGTEXT     NULL,
  drawn_version  BIGINT       NOT NULL,
  sent_at        DATETIME(3)  NOT NULL
);
CREATE INDEX card_place_by_item ON card_place (item, drawn_version);
CREATE INDEX card_place_by_age ON card_place (sent_at);

CREATE TABLE person_setting (
  person      VARCHAR(64) NOT NULL PRIMARY KEY,
  language    VARCHAR(10) NULL,
  quiet_from  VARCHAR(5)  NULL,
  quiet_to    VARCHAR(5)  NULL,
  digest      BOOLEAN     NOT NULL,
  platform    VARCHAR(20) NULL
);

CREATE TABLE delegation (
  id         BIGINT AUTO_INCREMENT PRIMARY KEY,
  person     VARCHAR(64) NOT NULL,
  delegate   VARCHAR(64) NULL,
  first_day  DATE        NOT NULL,
  last_day   DATE        NOT NULL,
  set_by     VARCHAR(64) NOT NULL,
  set_at     DATETIME(3) NOT NULL,
  ended_at   DATETIME(3) NULL
);
CREATE INDEX delegation_by_day ON delegation (last_day);

CREATE TABLE greeted_chat (
  platform    VARCHAR(20)  NOT NULL,
  chat_id     VARCHAR(190) NOT NULL,
  greeted_at  DATETIME(3)  NOT NULL,
  PRIMARY KEY (platform, chat_id)
);

CREATE TABLE company_state (
  name   VARCHAR(40)  NOT NULL PRIMARY KEY,
  text   VARCHAR(400) NOT NULL
);
