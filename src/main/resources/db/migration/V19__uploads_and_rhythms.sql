-- Versions of documents that are files, and the files between the page on which they are sent and the document they become.

ALTER TABLE document_edition ADD COLUMN file CHAR(64) NULL;
ALTER TABLE document_edition ADD COLUMN file_name VARCHAR(190) NULL;
ALTER TABLE document_edition ADD COLUMN file_size BIGINT NULL;
CREATE INDEX document_edition_by_file ON document_edition (file);

ALTER TABLE file_link ADD COLUMN item VARCHAR(20) NULL;

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
