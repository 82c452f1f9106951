-- The sandbox's chats: what was said in them, and how far each person has read.

CREATE TABLE sandbox_message (
  seq           BIGINT AUTO_INCREMENT PRIMARY KEY,
  chat_id       VARCHAR(190) NOT NULL,
  sender        VARCHAR(64)  NOT NULL,
  delivery_key  VARCHAR(80)  NULL,
  text_body     LONGTEXT     NULL,
  card_body     LONGTEXT     NULL,
  updated       BOOLEAN      NOT NULL,
  change_no     BIGINT       NOT NULL,
  said_at       DATETIME(3)  NOT NULL
);
CREATE UNIQUE INDEX sandbox_message_by_key ON sandbox_message (delivery_key);
CREATE INDEX sandbox_message_by_chat ON sandbox_message (chat_id, seq);

CREATE TABLE sandbox_read (
  person    VARCHAR(64)  NOT NULL,
  chat_id   VARCHAR(190) NOT NULL,
  seq       BIGINT       NOT NULL,
  PRIMARY KEY (person, chat_id)
);
