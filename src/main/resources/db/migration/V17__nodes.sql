-- Which nodes work on this database, and how old a program may be that does (decision 0036). Times are UTC.

CREATE TABLE node (
  id           VARCHAR(64)  NOT NULL PRIMARY KEY,
  host         VARCHAR(190) NOT NULL,
  address      VARCHAR(190) NOT NULL,
  version      VARCHAR(40)  NOT NULL,
  started_at   DATETIME(3)  NOT NULL,
  seen_at      DATETIME(3)  NOT NULL,
  skew_millis  BIGINT       NOT NULL,
  sweeps       BOOLEAN      NOT NULL
);

CREATE TABLE schema_age (
  id      INT NOT NULL PRIMARY KEY,
  oldest  INT NOT NULL
);
INSERT INTO schema_age (id, oldest) VALUES (1, 17);
