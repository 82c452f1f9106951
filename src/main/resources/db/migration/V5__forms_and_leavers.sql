-- How often a web form was refused and what came of it; accounts whose owners have left a platform. Times are UTC.

ALTER TABLE form_link ADD COLUMN attempt INT NOT NULL DEFAULT 0;
ALTER TABLE form_link ADD COLUMN outcome LONGTEXT NULL;

CREATE TABLE left_account (
  platform  VARCHAR(20)  NOT NULL,
  account   VARCHAR(190) NOT NULL,
  left_at   DATETIME(3)  NOT NULL,
  PRIMARY KEY (platform, account)
);
