-- Who may open the console: links that are used once, and visits that they began.

CREATE TABLE console_pass (
  secret_hash  CHAR(64)     NOT NULL PRIMARY KEY,
  entered      BOOLEAN      NOT NULL,
  platform     VARCHAR(20)  NOT NULL,
  account      VARCHAR(190) NOT NULL,
  until_at     DATETIME(3)  NOT NULL
);
CREATE INDEX console_pass_by_end ON console_pass (until_at);

-- The meetings of a month, for the console's calendar.

CREATE INDEX meeting_by_start ON meeting (starts_at);
