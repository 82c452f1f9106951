-- What every kind of item but the request has in common: who has a part in it, and for whom it waits.

CREATE TABLE item_person (
  item    VARCHAR(20) NOT NULL,
  serial  BIGINT      NOT NULL,
  person  VARCHAR(64) NOT NULL,
  part    VARCHAR(10) NOT NULL,
  PRIMARY KEY (item, person, part)
);
CREATE INDEX item_person_by_person ON item_person (person, part, serial);

CREATE TABLE item_waiting (
  item    VARCHAR(20) NOT NULL,
  serial  BIGINT      NOT NULL,
  waits   VARCHAR(12) NOT NULL,
  who     VARCHAR(64) NOT NULL,
  PRIMARY KEY (item, waits, who)
);
CREATE INDEX item_waiting_by_who ON item_waiting (waits, who, serial);

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
CREATE INDEX dispute_by_about ON dispute (about, serial);

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
CREATE INDEX action_item_by_source ON action_item (source, serial);

-- Facts that all kinds share are told by words that all kinds share; cards sent before keep their headline.

UPDATE card_place SET headline = REPLACE(headline, '"request.fact.Commented"', '"item.fact.Commented"');
UPDATE card_place SET headline = REPLACE(headline, '"request.fact.Watched"', '"item.fact.Watched"');
UPDATE card_place SET headline = REPLACE(headline, '"request.fact.Unwatched"', '"item.fact.Unwatched"');
UPDATE outbox SET body = REPLACE(body, '"request.fact.Commented"', '"item.fact.Commented"') WHERE state = 'WAITING';
UPDATE outbox SET body = REPLACE(body, '"request.fact.Watched"', '"item.fact.Watched"') WHERE state = 'WAITING';
UPDATE outbox SET body = REPLACE(body, '"request.fact.Unwatched"', '"item.fact.Unwatched"') WHERE state = 'WAITING';
