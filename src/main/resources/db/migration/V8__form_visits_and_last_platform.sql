-- Who is let in to a web form, where the platform says who opens it; where somebody spoke last. Times are UTC.

CREATE TABLE form_visit (
  secret_hash  CHAR(64)     NOT NULL PRIMARY KEY,
  token_hash   CHAR(64)     NOT NULL,
  let_in       BOOLEAN      NOT NULL,
  until_at     DATETIME(3)  NOT NULL
);
CREATE INDEX form_visit_by_end ON form_visit (until_at);

ALTER TABLE person_setting ADD COLUMN spoke_on VARCHAR(20) NULL;
