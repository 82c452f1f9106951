-- The sandbox's conversations. Times are UTC. The same file runs on H2 (MySQL mode) and on MariaDB/MySQL (utf8mb4).

CREATE TABLE sandbox_message (
  seq           BIGINT AUTO_INCREMENT PRIMARY KEY,
  change_no     BIGINT       NOT NULL,
  delivery_key  VARCHAR(190) NULL UNIQUE,
  chat          VARCHAR(190) NOT NULL,
  sender        VARCHAR(64)  NOT NULL,
  said_at       DATETIME(3)  NOT NULL,
  text_said     LONGTEXT     NULL,
  card          LONGTEXT     NULL,
  earlier       LONGTEXT     NOT NULL,
  updated       BOOLEAN      NOT NULL
);
CREATE INDEX sandbox_message_by_chat ON sandbox_message (chat, seq);
CREATE INDEX sandbox_message_by_change ON sandbox_message (change_no);

CREATE TABLE sandbox_read (
  person  VARCHAR(64)  NOT NULL,
  chat    VARCHAR(190) NOT NULL,
  seq     BIGINT       NOT NULL,
  PRIMARY KEY (person, chat)
);

-- One row: its lock puts changes into the order in which they become visible.
CREATE TABLE sandbox_change (
  id       INT    NOT NULL PRIMARY KEY,
  last_no  BIGINT NOT NULL
);
INSERT INTO sandbox_change (id, last_no) VALUES (1, 0);
