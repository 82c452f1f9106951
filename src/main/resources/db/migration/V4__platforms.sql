-- What the nodes share about the chat platforms. Times are UTC.

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
  until_at    DATETIME(3)  NOT NULL
);
CREATE INDEX form_link_by_end ON form_link (until_at);
