-- Where meetings stand in the calendars of the platforms.

CREATE TABLE calendar_event (
  item      VARCHAR(20)  NOT NULL,
  platform  VARCHAR(20)  NOT NULL,
  made_with VARCHAR(60)  NOT NULL,
  owner     VARCHAR(190) NOT NULL,
  event_id  VARCHAR(255) NULL,
  shown     CHAR(64)     NULL,
  PRIMARY KEY (item, platform)
);
