-- All tables as V1 to V23 leave them, for a database that is new (decision 0052). Times are UTC. The same file runs on H2
-- (MySQL mode) and on MariaDB/MySQL, whose database must be utf8mb4.
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
  trail_hash      CHAR(64)     NOT NULL,
  -- Of its clock that runs; NULL without one.
  due_at          DATETIME(3)  NULL
);
CREATE INDEX request_by_requester ON request (requester, state, serial);
CREATE INDEX request_by_owner ON request (owner, state, serial);
CREATE INDEX request_waiting_for_requester ON request (requester, state, due_at);
CREATE INDEX request_waiting_for_owner ON request (owner, state, due_at);
CREATE INDEX request_waiting_for_department ON request (department, state, due_at);

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
-- Whose time is up, for the agendas of meetings.
CREATE INDEX deadline_by_due ON deadline (state, due_at);

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
  sent_at        DATETIME(3)  NOT NULL,
  -- What the card shows that a reader must not be misled about.
  essentials     LONGTEXT     NULL
);
CREATE INDEX card_place_by_item ON card_place (item, drawn_version);
CREATE INDEX card_place_by_age ON card_place (sent_at);

CREATE TABLE person_setting (
  person      VARCHAR(64) NOT NULL PRIMARY KEY,
  language    VARCHAR(10) NULL,
  quiet_from  VARCHAR(5)  NULL,
  quiet_to    VARCHAR(5)  NULL,
  digest      BOOLEAN     NOT NULL,
  platform    VARCHAR(20) NULL,
  spoke_on    VARCHAR(20) NULL
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

-- The sandbox's conversations.
CREATE TABLE sandbox_message (
  seq           BIGINT AUTO_INCREMENT PRIMARY KEY,
  change_no     BIGINT       NOT NULL,
  delivery_key  VARCHAR(190) NULL UNIQUE,
  chat          VARCHAR(190) NOT NULL,
  sender        VARCHAR(64)  NOT NULL,
  said_at       DATETIME(3)  NOT NULL,
  text_said     LONGTEXT     NULL,
  card          LONGTEXT     NULL,
  earlier       LONGTEXT     NOT NULL,
  updated       BOOLEAN      NOT NULL
);
CREATE INDEX sandbox_message_by_chat ON sandbox_message (chat, seq);
CREATE INDEX sandbox_message_by_change ON sandbox_message (change_no);

CREATE TABLE sandbox_read (
  person  VARCHAR(64)  NOT NULL,
  chat    VARCHAR(190) NOT NULL,
  seq     BIGINT       NOT NULL,
  PRIMARY KEY (person, chat)
);

-- One row: its lock puts changes into the order in which they become visible.
CREATE TABLE sandbox_change (
  id       INT    NOT NULL PRIMARY KEY,
  last_no  BIGINT NOT NULL
);
INSERT INTO sandbox_change (id, last_no) VALUES (1, 0);

-- The tables Quartz keeps its triggers in; names and columns are Quartz's.
CREATE TABLE QRTZ_JOB_DETAILS (
  SCHED_NAME VARCHAR(120) NOT NULL, JOB_NAME VARCHAR(190) NOT NULL, JOB_GROUP VARCHAR(190) NOT NULL,
  DESCRIPTION VARCHAR(250) NULL, JOB_CLASS_NAME VARCHAR(250) NOT NULL, IS_DURABLE BOOLEAN NOT NULL,
  IS_NONCONCURRENT BOOLEAN NOT NULL, IS_UPDATE_DATA BOOLEAN NOT NULL, REQUESTS_RECOVERY BOOLEAN NOT NULL,
  JOB_DATA BLOB NULL,
  PRIMARY KEY (SCHED_NAME, JOB_NAME, JOB_GROUP)
);

CREATE TABLE QRTZ_TRIGGERS (
  SCHED_NAME VARCHAR(120) NOT NULL, TRIGGER_NAME VARCHAR(190) NOT NULL, TRIGGER_GROUP VARCHAR(190) NOT NULL,
  JOB_NAME VARCHAR(190) NOT NULL, JOB_GROUP VARCHAR(190) NOT NULL, DESCRIPTION VARCHAR(250) NULL,
  NEXT_FIRE_TIME BIGINT NULL, PREV_FIRE_TIME BIGINT NULL, PRIORITY INTEGER NULL, TRIGGER_STATE VARCHAR(16) NOT NULL,
  TRIGGER_TYPE VARCHAR(8) NOT NULL, START_TIME BIGINT NOT NULL, END_TIME BIGINT NULL, CALENDAR_NAME VARCHAR(190) NULL,
  MISFIRE_INSTR SMALLINT NULL, JOB_DATA BLOB NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, JOB_NAME, JOB_GROUP) REFERENCES QRTZ_JOB_DETAILS (SCHED_NAME, JOB_NAME, JOB_GROUP)
);

CREATE TABLE QRTZ_SIMPLE_TRIGGERS (
  SCHED_NAME VARCHAR(120) NOT NULL, TRIGGER_NAME VARCHAR(190) NOT NULL, TRIGGER_GROUP VARCHAR(190) NOT NULL,
  REPEAT_COUNT BIGINT NOT NULL, REPEAT_INTERVAL BIGINT NOT NULL, TIMES_TRIGGERED BIGINT NOT NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_CRON_TRIGGERS (
  SCHED_NAME VARCHAR(120) NOT NULL, TRIGGER_NAME VARCHAR(190) NOT NULL, TRIGGER_GROUP VARCHAR(190) NOT NULL,
  CRON_EXPRESSION VARCHAR(120) NOT NULL, TIME_ZONE_ID VARCHAR(80) NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_SIMPROP_TRIGGERS (
  SCHED_NAME VARCHAR(120) NOT NULL, TRIGGER_NAME VARCHAR(190) NOT NULL, TRIGGER_GROUP VARCHAR(190) NOT NULL,
  STR_PROP_1 VARCHAR(512) NULL, STR_PROP_2 VARCHAR(512) NULL, STR_PROP_3 VARCHAR(512) NULL, INT_PROP_1 INT NULL,
  INT_PROP_2 INT NULL, LONG_PROP_1 BIGINT NULL, LONG_PROP_2 BIGINT NULL, DEC_PROP_1 NUMERIC(13,4) NULL,
  DEC_PROP_2 NUMERIC(13,4) NULL, BOOL_PROP_1 BOOLEAN NULL, BOOL_PROP_2 BOOLEAN NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_BLOB_TRIGGERS (
  SCHED_NAME VARCHAR(120) NOT NULL, TRIGGER_NAME VARCHAR(190) NOT NULL, TRIGGER_GROUP VARCHAR(190) NOT NULL,
  BLOB_DATA BLOB NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP),
  FOREIGN KEY (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
    REFERENCES QRTZ_TRIGGERS (SCHED_NAME, TRIGGER_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_CALENDARS (
  SCHED_NAME VARCHAR(120) NOT NULL, CALENDAR_NAME VARCHAR(190) NOT NULL, CALENDAR BLOB NOT NULL,
  PRIMARY KEY (SCHED_NAME, CALENDAR_NAME)
);

CREATE TABLE QRTZ_PAUSED_TRIGGER_GRPS (
  SCHED_NAME VARCHAR(120) NOT NULL, TRIGGER_GROUP VARCHAR(190) NOT NULL,
  PRIMARY KEY (SCHED_NAME, TRIGGER_GROUP)
);

CREATE TABLE QRTZ_FIRED_TRIGGERS (
  SCHED_NAME VARCHAR(120) NOT NULL, ENTRY_ID VARCHAR(95) NOT NULL, TRIGGER_NAME VARCHAR(190) NOT NULL,
  TRIGGER_GROUP VARCHAR(190) NOT NULL, INSTANCE_NAME VARCHAR(190) NOT NULL, FIRED_TIME BIGINT NOT NULL,
  SCHED_TIME BIGINT NOT NULL, PRIORITY INTEGER NOT NULL, STATE VARCHAR(16) NOT NULL, JOB_NAME VARCHAR(190) NULL,
  JOB_GROUP VARCHAR(190) NULL, IS_NONCONCURRENT BOOLEAN NULL, REQUESTS_RECOVERY BOOLEAN NULL,
  PRIMARY KEY (SCHED_NAME, ENTRY_ID)
);

CREATE TABLE QRTZ_SCHEDULER_STATE (
  SCHED_NAME VARCHAR(120) NOT NULL, INSTANCE_NAME VARCHAR(190) NOT NULL, LAST_CHECKIN_TIME BIGINT NOT NULL,
  CHECKIN_INTERVAL BIGINT NOT NULL,
  PRIMARY KEY (SCHED_NAME, INSTANCE_NAME)
);

CREATE TABLE QRTZ_LOCKS (
  SCHED_NAME VARCHAR(120) NOT NULL, LOCK_NAME VARCHAR(40) NOT NULL,
  PRIMARY KEY (SCHED_NAME, LOCK_NAME)
);

-- What the nodes share about the chat platforms.
CREATE TABLE platform_token (
  name      VARCHAR(120)  NOT NULL PRIMARY KEY,
  token     VARCHAR(2000) NULL,
  until_at  DATETIME(3)   NULL
);

CREATE TABLE lease (
  name      VARCHAR(120) NOT NULL PRIMARY KEY,
  holder    VARCHAR(64)  NOT NULL,
  fence     BIGINT       NOT NULL,
  until_at  DATETIME(3)  NOT NULL
);

CREATE TABLE form_link (
  token_hash  CHAR(64)     NOT NULL PRIMARY KEY,
  platform    VARCHAR(20)  NOT NULL,
  account     VARCHAR(190) NOT NULL,
  card        LONGTEXT     NOT NULL,
  made_at     DATETIME(3)  NOT NULL,
  until_at    DATETIME(3)  NOT NULL,
  attempt     INT          NOT NULL DEFAULT 0,
  outcome     LONGTEXT     NULL
);
CREATE INDEX form_link_by_end ON form_link (until_at);

-- Accounts whose owners have left a platform.
CREATE TABLE left_account (
  platform  VARCHAR(20)  NOT NULL,
  account   VARCHAR(190) NOT NULL,
  left_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (platform, account)
);

-- What every kind of item but the request has in common: who has a part in it, and for whom it waits.
CREATE TABLE item_person (
  item    VARCHAR(20) NOT NULL,
  serial  BIGINT      NOT NULL,
  person  VARCHAR(64) NOT NULL,
  part    VARCHAR(10) NOT NULL,
  PRIMARY KEY (item, person, part)
);
CREATE INDEX item_person_by_person ON item_person (person, part, serial);
-- 我的 asks for somebody's part in each kind of item by itself.
CREATE INDEX item_person_by_kind ON item_person (person, part, item, serial);

CREATE TABLE item_waiting (
  item    VARCHAR(20) NOT NULL,
  serial  BIGINT      NOT NULL,
  waits   VARCHAR(12) NOT NULL,
  who     VARCHAR(64) NOT NULL,
  due_at  DATETIME(3) NULL,
  PRIMARY KEY (item, waits, who)
);
CREATE INDEX item_waiting_in_order ON item_waiting (waits, who, due_at, item);
CREATE INDEX item_waiting_by_who ON item_waiting (waits, who, serial, item);

CREATE TABLE ballot_seat (
  item        VARCHAR(20) NOT NULL,
  position    INT         NOT NULL,
  voter       VARCHAR(64) NOT NULL,
  recused     BOOLEAN     NOT NULL,
  choice      VARCHAR(64) NULL,
  cast_by     VARCHAR(64) NULL,
  in_name_of  VARCHAR(64) NULL,
  reason      LONGTEXT    NULL,
  cast_at     DATETIME(3) NULL,
  cast_no     INT         NULL,
  PRIMARY KEY (item, position)
);

CREATE TABLE dispute_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE dispute (
  serial            BIGINT       NOT NULL PRIMARY KEY,
  version           BIGINT       NOT NULL,
  state             VARCHAR(20)  NOT NULL,
  subject           LONGTEXT     NOT NULL,
  about             VARCHAR(20)  NULL,
  chat_platform     VARCHAR(20)  NOT NULL,
  chat_id           VARCHAR(190) NOT NULL,
  chat_kind         VARCHAR(10)  NOT NULL,
  chat_name         VARCHAR(190) NOT NULL,
  raised_at         DATETIME(3)  NOT NULL,
  terms             LONGTEXT     NULL,
  terms_by          VARCHAR(64)  NULL,
  terms_at          DATETIME(3)  NULL,
  kind              VARCHAR(20)  NULL,
  received_at       DATETIME(3)  NULL,
  received_by       VARCHAR(64)  NULL,
  presiding         VARCHAR(64)  NULL,
  vote_rule         VARCHAR(20)  NULL,
  quorum            INT          NULL,
  ruling            LONGTEXT     NULL,
  favours           VARCHAR(64)  NULL,
  ruled_by          VARCHAR(64)  NULL,
  ruled_in_name_of  VARCHAR(64)  NULL,
  ruled_at          DATETIME(3)  NULL,
  reviews           INT          NOT NULL,
  trail_entries     BIGINT       NOT NULL,
  trail_hash        CHAR(64)     NOT NULL
);
CREATE INDEX dispute_by_state ON dispute (state, serial);
CREATE INDEX dispute_open_about ON dispute (about, state, serial);

CREATE TABLE dispute_side (
  serial      BIGINT      NOT NULL,
  position    INT         NOT NULL,
  department  VARCHAR(64) NOT NULL,
  speaker     VARCHAR(64) NOT NULL,
  stated      LONGTEXT    NOT NULL,
  agreed      BOOLEAN     NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE dispute_order (
  serial    BIGINT      NOT NULL,
  position  INT         NOT NULL,
  owner     VARCHAR(64) NOT NULL,
  what      LONGTEXT    NOT NULL,
  due       DATE        NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE action_item_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE action_item (
  serial         BIGINT      NOT NULL PRIMARY KEY,
  version        BIGINT      NOT NULL,
  state          VARCHAR(20) NOT NULL,
  what           LONGTEXT    NOT NULL,
  owner          VARCHAR(64) NOT NULL,
  assigned_by    VARCHAR(64) NOT NULL,
  source         VARCHAR(20) NULL,
  due            DATE        NOT NULL,
  assigned_at    DATETIME(3) NOT NULL,
  evidence       LONGTEXT    NOT NULL,
  trail_entries  BIGINT      NOT NULL,
  trail_hash     CHAR(64)    NOT NULL
);
CREATE INDEX action_item_by_state ON action_item (state, serial);
CREATE INDEX action_item_open_from ON action_item (source, state, serial);

-- Who is let in to a web form, where the platform says who opens it.
CREATE TABLE form_visit (
  secret_hash  CHAR(64)     NOT NULL PRIMARY KEY,
  token_hash   CHAR(64)     NOT NULL,
  let_in       BOOLEAN      NOT NULL,
  until_at     DATETIME(3)  NOT NULL
);
CREATE INDEX form_visit_by_end ON form_visit (until_at);

-- 协同项目 with charter, signatures, milestones, members and what was put off.
CREATE TABLE chat_group (
  item      VARCHAR(20)  NOT NULL PRIMARY KEY,
  platform  VARCHAR(20)  NOT NULL,
  chat_id   VARCHAR(190) NOT NULL,
  name      VARCHAR(190) NOT NULL
);

CREATE TABLE chat_group_member (
  item    VARCHAR(20) NOT NULL,
  person  VARCHAR(64) NOT NULL,
  PRIMARY KEY (item, person)
);

CREATE TABLE project_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE project (
  serial            BIGINT       NOT NULL PRIMARY KEY,
  version           BIGINT       NOT NULL,
  state             VARCHAR(20)  NOT NULL,
  title             VARCHAR(190) NOT NULL,
  goal              LONGTEXT     NOT NULL,
  scope             LONGTEXT     NOT NULL,
  strategy          LONGTEXT     NOT NULL,
  kind              VARCHAR(20)  NOT NULL,
  chat_platform     VARCHAR(20)  NOT NULL,
  chat_id           VARCHAR(190) NOT NULL,
  chat_kind         VARCHAR(10)  NOT NULL,
  chat_name         VARCHAR(190) NOT NULL,
  drafted_by        VARCHAR(64)  NOT NULL,
  drafted_at        DATETIME(3)  NOT NULL,
  plan_year         INT          NULL,
  department        VARCHAR(64)  NOT NULL,
  lead_person       VARCHAR(64)  NOT NULL,
  lead_share        INT          NULL,
  lead_accepted_at  DATETIME(3)  NULL,
  approval_for      VARCHAR(20)  NULL,
  approval_reason   LONGTEXT     NULL,
  approval_at       DATETIME(3)  NULL,
  presiding         VARCHAR(64)  NULL,
  vote_rule         VARCHAR(20)  NULL,
  quorum            INT          NULL,
  standup_day       DATE         NULL,
  summary           LONGTEXT     NOT NULL,
  trail_entries     BIGINT       NOT NULL,
  trail_hash        CHAR(64)     NOT NULL
);
CREATE INDEX project_by_state ON project (state, serial);
CREATE INDEX project_by_plan ON project (plan_year, serial);
CREATE INDEX project_by_department ON project (department, serial);

CREATE TABLE project_milestone (
  serial       BIGINT      NOT NULL,
  ordinal      INT         NOT NULL,
  name         LONGTEXT    NOT NULL,
  department   VARCHAR(64) NOT NULL,
  deliverable  LONGTEXT    NOT NULL,
  planned_for  DATE        NOT NULL,
  baseline     DATE        NULL,
  is_gate      BOOLEAN     NOT NULL,
  passed_by    VARCHAR(20) NULL,
  reached_at   DATETIME(3) NULL,
  note         LONGTEXT    NOT NULL,
  clock        INT         NOT NULL,
  PRIMARY KEY (serial, ordinal)
);
CREATE INDEX project_milestone_by_department ON project_milestone (department, serial);

CREATE TABLE project_support (
  serial      BIGINT      NOT NULL,
  ordinal     INT         NOT NULL,
  position    INT         NOT NULL,
  department  VARCHAR(64) NOT NULL,
  PRIMARY KEY (serial, ordinal, position)
);
CREATE INDEX project_support_by_department ON project_support (department, serial);

CREATE TABLE project_signature (
  serial      BIGINT      NOT NULL,
  position    INT         NOT NULL,
  department  VARCHAR(64) NOT NULL,
  signed_by   VARCHAR(64) NULL,
  in_name_of  VARCHAR(64) NULL,
  signed_at   DATETIME(3) NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE project_member (
  serial  BIGINT      NOT NULL,
  person  VARCHAR(64) NOT NULL,
  PRIMARY KEY (serial, person)
);

CREATE TABLE project_standup (
  serial    BIGINT      NOT NULL,
  position  INT         NOT NULL,
  person    VARCHAR(64) NOT NULL,
  done      LONGTEXT    NOT NULL,
  next_up   LONGTEXT    NOT NULL,
  blocker   LONGTEXT    NOT NULL,
  at        DATETIME(3) NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE project_slip (
  serial      BIGINT      NOT NULL,
  position    INT         NOT NULL,
  ordinal     INT         NOT NULL,
  moved_from  DATE        NOT NULL,
  moved_to    DATE        NOT NULL,
  department  VARCHAR(64) NOT NULL,
  reason      LONGTEXT    NOT NULL,
  by_person   VARCHAR(64) NOT NULL,
  at          DATETIME(3) NOT NULL,
  PRIMARY KEY (serial, position)
);
CREATE INDEX project_slip_by_department ON project_slip (department, at);

-- 联合评审 with the departments' answers, their conditions, and what locks it.
CREATE TABLE gate_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE gate (
  serial               BIGINT       NOT NULL PRIMARY KEY,
  version              BIGINT       NOT NULL,
  state                VARCHAR(20)  NOT NULL,
  project              VARCHAR(20)  NOT NULL,
  milestone            INT          NOT NULL,
  stage                LONGTEXT     NOT NULL,
  lead_person          VARCHAR(64)  NOT NULL,
  lead_department      VARCHAR(64)  NOT NULL,
  chat_platform        VARCHAR(20)  NOT NULL,
  chat_id              VARCHAR(190) NOT NULL,
  chat_kind            VARCHAR(10)  NOT NULL,
  chat_name            VARCHAR(190) NOT NULL,
  called_by            VARCHAR(64)  NOT NULL,
  called_at            DATETIME(3)  NOT NULL,
  review_round         INT          NOT NULL,
  changed              LONGTEXT     NOT NULL,
  released_for         LONGTEXT     NULL,
  released_by          VARCHAR(64)  NULL,
  released_in_name_of  VARCHAR(64)  NULL,
  released_at          DATETIME(3)  NULL,
  trail_entries        BIGINT       NOT NULL,
  trail_hash           CHAR(64)     NOT NULL
);
CREATE INDEX gate_by_state ON gate (state, serial);
CREATE INDEX gate_by_project ON gate (project, serial);

CREATE TABLE gate_department (
  serial      BIGINT      NOT NULL,
  position    INT         NOT NULL,
  department  VARCHAR(64) NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE gate_answer (
  serial       BIGINT      NOT NULL,
  position     INT         NOT NULL,
  department   VARCHAR(64) NOT NULL,
  verdict      VARCHAR(20) NOT NULL,
  reason       LONGTEXT    NOT NULL,
  given_by     VARCHAR(64) NOT NULL,
  in_name_of   VARCHAR(64) NULL,
  given_at     DATETIME(3) NOT NULL,
  as_head      BOOLEAN     NOT NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE gate_condition (
  serial            BIGINT      NOT NULL,
  position          INT         NOT NULL,
  department        VARCHAR(64) NOT NULL,
  what              LONGTEXT    NOT NULL,
  owner             VARCHAR(64) NULL,
  owner_department  VARCHAR(64) NULL,
  due               DATE        NULL,
  PRIMARY KEY (serial, position)
);

CREATE TABLE gate_lock (
  serial    BIGINT      NOT NULL,
  position  INT         NOT NULL,
  item      VARCHAR(20) NOT NULL,
  what      LONGTEXT    NOT NULL,
  PRIMARY KEY (serial, position)
);

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
-- The meetings of a month, for the console's calendar.
CREATE INDEX meeting_by_start ON meeting (starts_at);

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

-- Which item changed when, so that every node's search index can keep up with what other nodes write.
CREATE TABLE item_change (
  id          ${counted} PRIMARY KEY,
  item        VARCHAR(20) NOT NULL,
  changed_at  DATETIME(3) NOT NULL
);
CREATE INDEX item_change_by_time ON item_change (changed_at);

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

-- Files are kept in the database, which is what nodes share and what is backed up; in pieces that every server takes.
CREATE TABLE stored_file (
  hash       CHAR(64)    NOT NULL PRIMARY KEY,
  size       BIGINT      NOT NULL,
  stored_at  DATETIME(3) NOT NULL
);

CREATE TABLE stored_piece (
  hash      CHAR(64) NOT NULL,
  position  INT      NOT NULL,
  content   LONGBLOB NOT NULL,
  PRIMARY KEY (hash, position)
);

CREATE TABLE file_link (
  token_hash  CHAR(64)     NOT NULL PRIMARY KEY,
  file        CHAR(64)     NOT NULL,
  name        VARCHAR(190) NOT NULL,
  media_type  VARCHAR(100) NOT NULL,
  size        BIGINT       NOT NULL,
  person      VARCHAR(64)  NOT NULL,
  made_at     DATETIME(3)  NOT NULL,
  until_at    DATETIME(3)  NOT NULL,
  taken_at    DATETIME(3)  NULL,
  item        VARCHAR(20)  NULL
);
CREATE INDEX file_link_by_file ON file_link (file);

CREATE TABLE document_number (
  serial    ${counted} PRIMARY KEY,
  taken_at  DATETIME(3) NOT NULL
);

CREATE TABLE document (
  serial         BIGINT       NOT NULL PRIMARY KEY,
  version        BIGINT       NOT NULL,
  state          VARCHAR(20)  NOT NULL,
  shelf          VARCHAR(20)  NOT NULL,
  title          LONGTEXT     NOT NULL,
  owner          VARCHAR(64)  NOT NULL,
  review         DATE         NOT NULL,
  trail_entries  BIGINT       NOT NULL,
  trail_hash     CHAR(64)     NOT NULL
);
CREATE INDEX document_by_state ON document (state, serial);

CREATE TABLE document_edition (
  serial     BIGINT       NOT NULL,
  position   INT          NOT NULL,
  link       LONGTEXT     NOT NULL,
  added_by   VARCHAR(64)  NOT NULL,
  added_at   DATETIME(3)  NOT NULL,
  note       LONGTEXT     NOT NULL,
  file       CHAR(64)     NULL,
  file_name  VARCHAR(190) NULL,
  file_size  BIGINT       NULL,
  PRIMARY KEY (serial, position)
);
CREATE INDEX document_edition_by_file ON document_edition (file);

-- Who may open the console: links that are used once, and visits that they began.
CREATE TABLE console_pass (
  secret_hash  CHAR(64)     NOT NULL PRIMARY KEY,
  entered      BOOLEAN      NOT NULL,
  platform     VARCHAR(20)  NOT NULL,
  account      VARCHAR(190) NOT NULL,
  until_at     DATETIME(3)  NOT NULL
);
CREATE INDEX console_pass_by_end ON console_pass (until_at);

-- Which nodes work on this database, and how old a program may be that does (decision 0036).
CREATE TABLE node (
  id           VARCHAR(64)  NOT NULL PRIMARY KEY,
  host         VARCHAR(190) NOT NULL,
  address      VARCHAR(190) NOT NULL,
  version      VARCHAR(40)  NOT NULL,
  started_at   DATETIME(3)  NOT NULL,
  seen_at      DATETIME(3)  NOT NULL,
  skew_millis  BIGINT       NOT NULL,
  sweeps       BOOLEAN      NOT NULL
);

CREATE TABLE schema_age (
  id      INT NOT NULL PRIMARY KEY,
  oldest  INT NOT NULL
);
INSERT INTO schema_age (id, oldest) VALUES (1, 17);

-- Files between the page on which they are sent and the document they become.
CREATE TABLE upload (
  token_hash  CHAR(64)     NOT NULL PRIMARY KEY,
  file        CHAR(64)     NOT NULL,
  name        VARCHAR(190) NOT NULL,
  size        BIGINT       NOT NULL,
  person      VARCHAR(64)  NOT NULL,
  until_at    DATETIME(3)  NOT NULL
);
CREATE INDEX upload_by_file ON upload (file);

-- How often a project meets of its own.
CREATE TABLE project_rhythm (
  serial        BIGINT      NOT NULL,
  position      INT         NOT NULL,
  weekday       VARCHAR(10) NULL,
  meets_at      VARCHAR(5)  NOT NULL,
  minutes_long  INT         NULL,
  since         BIGINT      NOT NULL,
  PRIMARY KEY (serial, position)
);

-- Where meetings stand in the calendars of the platforms.
CREATE TABLE calendar_event (
  item      VARCHAR(20)  NOT NULL,
  platform  VARCHAR(20)  NOT NULL,
  made_with VARCHAR(60)  NOT NULL,
  owner     VARCHAR(190) NOT NULL,
  event_id  VARCHAR(255) NULL,
  shown     CHAR(64)     NULL,
  PRIMARY KEY (item, platform)
);
