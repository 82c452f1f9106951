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
