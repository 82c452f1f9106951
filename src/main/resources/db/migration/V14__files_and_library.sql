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
  taken_at    DATETIME(3)  NULL
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
  serial    BIGINT      NOT NULL,
  position  INT         NOT NULL,
  link      LONGTEXT    NOT NULL,
  added_by  VARCHAR(64) NOT NULL,
  added_at  DATETIME(3) NOT NULL,
  note      LONGTEXT    NOT NULL,
  PRIMARY KEY (serial, position)
);
