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

-- 值守 asks what is due today, whatever its rungs are.

CREATE INDEX deadline_by_due ON deadline (state, due_at);
