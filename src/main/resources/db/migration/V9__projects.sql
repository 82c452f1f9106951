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

CREATE TABLE project_support (
  serial      BIGINT      NOT NULL,
  ordinal     INT         NOT NULL,
  position    INT         NOT NULL,
  department  VARCHAR(64) NOT NULL,
  PRIMARY KEY (serial, ordinal, position)
);

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
