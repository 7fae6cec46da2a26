-- 001-first.sql: the first shape of a shop's file.
--
-- Moments are microseconds since the epoch, UTC. Money is in minor units beside its currency. Texts of closed lists are
-- those of fettle-enums.h. What a job is now is in `job` for speed; it can be recomputed from `event` at any time.

CREATE TABLE service_point (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  revision        INTEGER NOT NULL DEFAULT 1,
  name            TEXT NOT NULL,
  address         TEXT,
  phone           TEXT,
  email           TEXT,
  website         TEXT,
  registration    TEXT,
  timezone        TEXT NOT NULL,
  currency        TEXT NOT NULL,
  language        TEXT NOT NULL,
  public_language TEXT,
  status_address  TEXT,
  terms           TEXT,
  logo            BLOB
) STRICT;

CREATE TABLE setting (
  key   TEXT PRIMARY KEY,
  value TEXT
) STRICT, WITHOUT ROWID;

-- The last number given out in a year, so that numbers run without gaps: taken and used in one transaction.
CREATE TABLE number_series (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL
) STRICT;

CREATE TABLE staff (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  role     TEXT NOT NULL,
  active   INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE stage_style (
  stage  TEXT PRIMARY KEY,
  name   TEXT,
  colour TEXT NOT NULL,
  clock  TEXT
) STRICT;

CREATE TABLE paper_style (
  document TEXT PRIMARY KEY,
  paper    TEXT NOT NULL,
  printer  TEXT,
  at_once  INTEGER NOT NULL DEFAULT 0,
  copies   INTEGER NOT NULL DEFAULT 1,
  footer   TEXT
) STRICT;

-- Opening hours: minutes after midnight of that weekday, 1 Monday to 7 Sunday; closes past 1440 is after midnight.
CREATE TABLE opening_hours (
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  opens   INTEGER NOT NULL CHECK (opens BETWEEN 0 AND 1439),
  closes  INTEGER NOT NULL CHECK (closes > opens AND closes <= opens + 1440),
  PRIMARY KEY (weekday, opens)
) STRICT;

CREATE TABLE closed_day (
  day  TEXT PRIMARY KEY,
  name TEXT
) STRICT;

CREATE TABLE customer (
  id          INTEGER PRIMARY KEY,
  revision    INTEGER NOT NULL DEFAULT 1,
  name        TEXT,
  name_key    TEXT NOT NULL,
  email       TEXT,
  address     TEXT,
  language    TEXT,
  channel     TEXT,
  note        TEXT,
  created_at  INTEGER NOT NULL,
  n_jobs      INTEGER NOT NULL DEFAULT 0,
  last_job_at INTEGER NOT NULL DEFAULT 0,
  merged_into INTEGER REFERENCES customer (id)
) STRICT;
CREATE INDEX customer_by_name ON customer (name_key, id) WHERE merged_into IS NULL;
CREATE INDEX customer_by_merger ON customer (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE customer_phone (
  customer_id INTEGER NOT NULL REFERENCES customer (id),
  position    INTEGER NOT NULL,
  phone       TEXT NOT NULL,
  phone_key   TEXT NOT NULL,
  PRIMARY KEY (customer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX customer_phone_by_key ON customer_phone (phone_key);

-- A make of thing stands once.
CREATE TABLE model (
  id       INTEGER PRIMARY KEY,
  category TEXT NOT NULL,
  brand    TEXT NOT NULL,
  name     TEXT NOT NULL,
  UNIQUE (category, brand, name)
) STRICT;

CREATE TABLE unit (
  id          INTEGER PRIMARY KEY,
  revision    INTEGER NOT NULL DEFAULT 1,
  model_id    INTEGER NOT NULL REFERENCES model (id),
  serial      TEXT,
  serial_key  TEXT,
  imei        TEXT,
  sold_on     TEXT,
  batch       TEXT,
  owner_id    INTEGER REFERENCES customer (id),
  note        TEXT,
  n_jobs      INTEGER NOT NULL DEFAULT 0,
  last_job_at INTEGER NOT NULL DEFAULT 0,
  merged_into INTEGER REFERENCES unit (id)
) STRICT;
CREATE INDEX unit_by_serial ON unit (serial_key) WHERE serial_key IS NOT NULL;
CREATE INDEX unit_by_imei ON unit (imei) WHERE imei IS NOT NULL;
CREATE INDEX unit_by_owner ON unit (owner_id) WHERE owner_id IS NOT NULL;
CREATE INDEX unit_by_merger ON unit (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE job (
  id             INTEGER PRIMARY KEY,
  revision       INTEGER NOT NULL DEFAULT 1,
  number         TEXT NOT NULL UNIQUE,
  kind           TEXT NOT NULL,
  stage          TEXT NOT NULL,
  outcome        TEXT,
  clock          TEXT,
  customer_id    INTEGER REFERENCES customer (id),
  unit_id        INTEGER REFERENCES unit (id),
  fault          TEXT NOT NULL,
  condition      TEXT,
  backup         TEXT NOT NULL,
  consent        TEXT,
  technician_id  INTEGER REFERENCES staff (id),
  taken_by_id    INTEGER REFERENCES staff (id),
  collected_by   TEXT,
  received_at    INTEGER NOT NULL,
  stage_since    INTEGER NOT NULL,
  handed_over_at INTEGER NOT NULL DEFAULT 0,
  need_by        INTEGER NOT NULL DEFAULT 0,
  promised_due   INTEGER NOT NULL DEFAULT 0,
  first_due      INTEGER NOT NULL DEFAULT 0,
  -- promised_due, or the largest moment where there is no promise: the first key of the fair order
  sort_due       INTEGER NOT NULL DEFAULT 9223372036854775807,
  working_since  INTEGER NOT NULL DEFAULT 0,
  n_events       INTEGER NOT NULL DEFAULT 0,
  head_hash      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX job_by_stage ON job (stage, sort_due, received_at, id);
CREATE INDEX job_by_customer ON job (customer_id, id) WHERE customer_id IS NOT NULL;
CREATE INDEX job_by_unit ON job (unit_id, id) WHERE unit_id IS NOT NULL;
CREATE INDEX job_open_by_technician ON job (technician_id, sort_due, received_at)
  WHERE stage NOT IN ('handed-over', 'cancelled');
CREATE INDEX job_by_received ON job (received_at, id);

CREATE TABLE job_accessory (
  id          INTEGER PRIMARY KEY,
  job_id      INTEGER NOT NULL REFERENCES job (id),
  name        TEXT NOT NULL,
  returned_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_accessory_by_job ON job_accessory (job_id);

CREATE TABLE event (
  id                INTEGER PRIMARY KEY,
  job_id            INTEGER NOT NULL REFERENCES job (id),
  seq               INTEGER NOT NULL,
  at                INTEGER NOT NULL,
  entered_at        INTEGER NOT NULL,
  what              TEXT NOT NULL,
  by_id             INTEGER REFERENCES staff (id),
  desk              TEXT,
  customer_may_read INTEGER NOT NULL,
  details           TEXT NOT NULL,
  words             TEXT,
  salt              TEXT,
  words_hash        TEXT,
  hash              TEXT NOT NULL,
  UNIQUE (job_id, seq)
) STRICT;

-- A timeline is only appended to. Words may be erased, never rewritten.
CREATE TRIGGER event_is_kept BEFORE DELETE ON event
BEGIN
  SELECT raise (ABORT, 'a timeline is only appended to');
END;
CREATE TRIGGER event_is_not_changed BEFORE UPDATE ON event
WHEN NEW.words IS NOT NULL OR NEW.id <> OLD.id OR NEW.job_id <> OLD.job_id OR NEW.seq <> OLD.seq OR NEW.at <> OLD.at
  OR NEW.entered_at <> OLD.entered_at OR NEW.what <> OLD.what OR NEW.by_id IS NOT OLD.by_id OR NEW.desk IS NOT OLD.desk
  OR NEW.customer_may_read <> OLD.customer_may_read OR NEW.details <> OLD.details OR NEW.hash <> OLD.hash
  OR NEW.words_hash IS NOT OLD.words_hash
BEGIN
  SELECT raise (ABORT, 'a timeline is only appended to');
END;

CREATE TABLE promise (
  id        INTEGER PRIMARY KEY,
  job_id    INTEGER NOT NULL REFERENCES job (id),
  kind      TEXT NOT NULL,
  text      TEXT NOT NULL,
  owner_id  INTEGER REFERENCES staff (id),
  made_at   INTEGER NOT NULL,
  told_how  TEXT,
  state     TEXT NOT NULL,
  ended_at  INTEGER NOT NULL DEFAULT 0,
  due_from  INTEGER NOT NULL DEFAULT 0,
  due       INTEGER NOT NULL,
  first_due INTEGER NOT NULL
) STRICT;
CREATE INDEX promise_by_job ON promise (job_id);
CREATE INDEX promise_open_by_due ON promise (due) WHERE state = 'open';

CREATE TRIGGER promise_first_date_stays BEFORE UPDATE OF first_due ON promise
WHEN NEW.first_due <> OLD.first_due
BEGIN
  SELECT raise (ABORT, 'the first promise is never overwritten');
END;

CREATE TABLE promise_revision (
  id         INTEGER PRIMARY KEY,
  promise_id INTEGER NOT NULL REFERENCES promise (id),
  at         INTEGER NOT NULL,
  due_from   INTEGER NOT NULL DEFAULT 0,
  due        INTEGER NOT NULL,
  reason     TEXT NOT NULL,
  note       TEXT,
  by_id      INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX promise_revision_by_promise ON promise_revision (promise_id);

CREATE TABLE payment (
  id       INTEGER PRIMARY KEY,
  job_id   INTEGER NOT NULL REFERENCES job (id),
  at       INTEGER NOT NULL,
  amount   INTEGER NOT NULL,
  currency TEXT NOT NULL,
  method   TEXT NOT NULL,
  by_id    INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX payment_by_job ON payment (job_id);

-- An unsaved form as it was typed, so that a crash or a closed window loses nothing.
CREATE TABLE draft (
  id         INTEGER PRIMARY KEY,
  form       TEXT NOT NULL,
  subject    TEXT NOT NULL,
  desk       TEXT,
  content    TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  UNIQUE (form, subject)
) STRICT;

-- What was said by notification, so that no thing is said twice by any desk.
CREATE TABLE notice (
  key          TEXT PRIMARY KEY,
  shown_at     INTEGER NOT NULL,
  later_until  INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

-- The fourteen columns of an imported record, as they stood, so that it goes out again as it came in.
CREATE TABLE ords_record (
  job_id                         INTEGER PRIMARY KEY REFERENCES job (id),
  id                             TEXT NOT NULL UNIQUE,
  data_provider                  TEXT,
  country                        TEXT,
  partner_product_category       TEXT,
  product_category               TEXT,
  product_category_id            TEXT,
  brand                          TEXT,
  year_of_manufacture            TEXT,
  product_age                    TEXT,
  repair_status                  TEXT,
  repair_barrier_if_end_of_life  TEXT,
  group_identifier               TEXT,
  event_date                     TEXT,
  problem                        TEXT
) STRICT;

-- Search. The text of a job is written from a queue just after the answer, so that a save waits for no index.
CREATE TABLE search_queue (
  job_id INTEGER PRIMARY KEY
) STRICT;

CREATE TABLE job_text (
  job_id INTEGER PRIMARY KEY,
  text   TEXT NOT NULL
) STRICT;

-- Three characters and more are asked of the trigrams with LIKE; one and two, which a trigram cannot answer, of the grams:
-- every Chinese character and every beginning of a word as a token of its own, made by fettle-search-text.c. The grams
-- keep no copy of their text: they can be made again from job_text.
CREATE VIRTUAL TABLE search_trigram USING fts5 (
  text, content = 'job_text', content_rowid = 'job_id', tokenize = 'trigram', detail = none, columnsize = 0
);
CREATE VIRTUAL TABLE search_gram USING fts5 (
  grams, content = '', tokenize = 'unicode61 remove_diacritics 0', detail = none, columnsize = 0
);

INSERT INTO stage_style (stage, colour, clock) VALUES
  ('received', '#3584e4', 'us'),
  ('diagnosing', '#9141ac', 'us'),
  ('waiting-approval', '#e5a50a', 'customer'),
  ('waiting-parts', '#c64600', 'part'),
  ('repairing', '#1c71d8', 'us'),
  ('checking', '#2190a4', 'us'),
  ('ready', '#26a269', 'customer'),
  ('handed-over', '#77767b', NULL),
  ('cancelled', '#5e5c64', NULL);

INSERT INTO paper_style (document, paper, at_once) VALUES
  ('job-sheet', 'a4', 0),
  ('label', 'label', 0),
  ('receipt', '80mm', 0);

INSERT INTO opening_hours (weekday, opens, closes) VALUES
  (1, 540, 1080), (2, 540, 1080), (3, 540, 1080), (4, 540, 1080), (5, 540, 1080), (6, 600, 960);
