-- 002-the-word.sql: the word we give: what was said to a customer, who stands for it, and what is still to be done.

-- Jobs: a device that is not here yet, the last word to the customer, and what the job is about.
ALTER TABLE job ADD COLUMN device_here INTEGER NOT NULL DEFAULT 1;
ALTER TABLE job ADD COLUMN expected_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN about_id INTEGER REFERENCES job (id);
ALTER TABLE job ADD COLUMN about_as TEXT;
ALTER TABLE job ADD COLUMN rechecked_by_id INTEGER REFERENCES staff (id);
ALTER TABLE job ADD COLUMN fed_back_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE job ADD COLUMN diagnosed_at INTEGER NOT NULL DEFAULT 0;
UPDATE job SET told_at = coalesce ((
  SELECT max (at) FROM event WHERE event.job_id = job.id AND what IN ('received', 'imported', 'customer-told')), 0);
CREATE INDEX job_by_about ON job (about_id) WHERE about_id IS NOT NULL;
CREATE INDEX job_by_handed_over ON job (handed_over_at, received_at) WHERE handed_over_at <> 0;

-- Promises: who stands in, when and by whom it was told, and what must stand behind it.
ALTER TABLE promise ADD COLUMN deputy_id INTEGER REFERENCES staff (id);
ALTER TABLE promise ADD COLUMN told_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE promise ADD COLUMN told_by_id INTEGER REFERENCES staff (id);
ALTER TABLE promise ADD COLUMN requires TEXT;
ALTER TABLE promise ADD COLUMN backing TEXT;
ALTER TABLE promise ADD COLUMN backed_at INTEGER NOT NULL DEFAULT 0;
ALTER TABLE promise ADD COLUMN commitment_id INTEGER;
ALTER TABLE promise_revision ADD COLUMN whom TEXT;
CREATE INDEX promise_ended ON promise (ended_at) WHERE state <> 'open';
CREATE INDEX promise_committed ON promise (first_due) WHERE state = 'open' AND commitment_id IS NOT NULL;

-- A kind of promise beside the ready ones, or a change to one of them; lead in minutes of opening time.
CREATE TABLE promise_kind (
  id       TEXT PRIMARY KEY,
  name     TEXT,
  requires TEXT,
  lead     INTEGER NOT NULL DEFAULT 120,
  active   INTEGER NOT NULL DEFAULT 1
) STRICT;

-- Days as YYYY-MM-DD, both included.
CREATE TABLE absence (
  id        INTEGER PRIMARY KEY,
  staff_id  INTEGER NOT NULL REFERENCES staff (id),
  first_day TEXT NOT NULL,
  last_day  TEXT NOT NULL CHECK (last_day >= first_day),
  deputy_id INTEGER REFERENCES staff (id),
  reason    TEXT
) STRICT;
CREATE INDEX absence_by_staff ON absence (staff_id, last_day);

-- What the shop publishes: "ready in 3 working days or the express fee back". A new wording is a row of its own, of which
-- first_id is the first; promises that were made of an earlier one stay with it.
CREATE TABLE commitment (
  id           INTEGER PRIMARY KEY,
  revision     INTEGER NOT NULL DEFAULT 1,
  text         TEXT NOT NULL,
  kind         TEXT NOT NULL,
  condition    TEXT,
  days         INTEGER NOT NULL DEFAULT 0,
  minutes      INTEGER NOT NULL DEFAULT 0,
  compensation TEXT,
  amount       INTEGER NOT NULL DEFAULT 0,
  currency     TEXT,
  automatic    INTEGER NOT NULL DEFAULT 0,
  active       INTEGER NOT NULL DEFAULT 1,
  first_id     INTEGER REFERENCES commitment (id)
) STRICT;

CREATE TABLE compensation (
  id            INTEGER PRIMARY KEY,
  job_id        INTEGER NOT NULL REFERENCES job (id),
  promise_id    INTEGER NOT NULL UNIQUE REFERENCES promise (id),
  commitment_id INTEGER NOT NULL REFERENCES commitment (id),
  due_at        INTEGER NOT NULL,
  text          TEXT NOT NULL,
  amount        INTEGER NOT NULL DEFAULT 0,
  currency      TEXT,
  given_at      INTEGER NOT NULL DEFAULT 0,
  waived        TEXT,
  by_id         INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX compensation_open ON compensation (due_at) WHERE given_at = 0;
CREATE INDEX compensation_by_job ON compensation (job_id);

CREATE TABLE claim (
  id         INTEGER PRIMARY KEY,
  job_id     INTEGER NOT NULL REFERENCES job (id),
  promise_id INTEGER REFERENCES promise (id),
  against    TEXT NOT NULL,
  whom       TEXT,
  text       TEXT NOT NULL,
  amount     INTEGER NOT NULL DEFAULT 0,
  currency   TEXT,
  opened_at  INTEGER NOT NULL,
  ended_at   INTEGER NOT NULL DEFAULT 0,
  outcome    TEXT,
  owner_id   INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX claim_open ON claim (opened_at) WHERE ended_at = 0;
CREATE INDEX claim_by_job ON claim (job_id);

-- Calendar: a weekday may be open for reception without counting as a working day. A day that is not as its weekday:
-- hours NULL is closed, '' as its weekday whatever holiday it is, else as people write them ("09:00–12:00");
-- counts NULL is as its weekday; source is the file that it was read from, NULL for the shop itself.
ALTER TABLE opening_hours ADD COLUMN counts INTEGER NOT NULL DEFAULT 1;
ALTER TABLE closed_day ADD COLUMN hours TEXT;
ALTER TABLE closed_day ADD COLUMN counts INTEGER;
ALTER TABLE closed_day ADD COLUMN source TEXT;

-- Contacts in and out. reply_by 0 waits for no reply.
CREATE TABLE contact (
  id          INTEGER PRIMARY KEY,
  job_id      INTEGER REFERENCES job (id),
  customer_id INTEGER REFERENCES customer (id),
  direction   TEXT NOT NULL,
  channel     TEXT NOT NULL,
  at          INTEGER NOT NULL,
  text        TEXT NOT NULL,
  by_id       INTEGER REFERENCES staff (id),
  owner_id    INTEGER REFERENCES staff (id),
  reply_by    INTEGER NOT NULL DEFAULT 0,
  answered_at INTEGER NOT NULL DEFAULT 0,
  answer_id   INTEGER REFERENCES contact (id),
  confirmed   TEXT
) STRICT;
CREATE INDEX contact_by_job ON contact (job_id, at) WHERE job_id IS NOT NULL;
CREATE INDEX contact_by_customer ON contact (customer_id, at) WHERE customer_id IS NOT NULL;
CREATE INDEX contact_waiting ON contact (reply_by) WHERE reply_by <> 0 AND answered_at = 0;

-- What was offered to a customer, and which was chosen.
CREATE TABLE job_option (
  id         INTEGER PRIMARY KEY,
  job_id     INTEGER NOT NULL REFERENCES job (id),
  text       TEXT NOT NULL,
  offered_at INTEGER NOT NULL,
  chosen_at  INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_option_by_job ON job_option (job_id);

-- What must be ready by the day a device arrives: parts to order, papers to bring.
CREATE TABLE job_need (
  id      INTEGER PRIMARY KEY,
  job_id  INTEGER NOT NULL REFERENCES job (id),
  text    TEXT NOT NULL,
  due     INTEGER NOT NULL DEFAULT 0,
  owner_id INTEGER REFERENCES staff (id),
  done_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_need_by_job ON job_need (job_id);
CREATE INDEX job_need_open ON job_need (due) WHERE done_at = 0;

-- The shop's own wording where it differs from the ready phrases; an empty text takes the phrase away.
CREATE TABLE phrase (
  situation TEXT NOT NULL,
  language  TEXT NOT NULL,
  position  INTEGER NOT NULL DEFAULT 0,
  text      TEXT NOT NULL,
  PRIMARY KEY (situation, language, position)
) STRICT, WITHOUT ROWID;

-- The queue. A day is YYYY-MM-DD of the shop's zone; `place` orders the tickets of a day and is moved by a return.
CREATE TABLE queue_class (
  id       INTEGER PRIMARY KEY,
  letter   TEXT NOT NULL UNIQUE,
  name     TEXT NOT NULL,
  position INTEGER NOT NULL DEFAULT 0,
  active   INTEGER NOT NULL DEFAULT 1
) STRICT;

-- The last number given out in a list on a day: taken and used in one transaction, and never again.
CREATE TABLE queue_number (
  day      TEXT NOT NULL,
  class_id INTEGER NOT NULL REFERENCES queue_class (id),
  last     INTEGER NOT NULL,
  PRIMARY KEY (day, class_id)
) STRICT, WITHOUT ROWID;

-- n_calls begins anew with a return. goes_first: priority that was not lost by being parked.
CREATE TABLE ticket (
  id              INTEGER PRIMARY KEY,
  day             TEXT NOT NULL,
  class_id        INTEGER NOT NULL REFERENCES queue_class (id),
  number          INTEGER NOT NULL,
  state           TEXT NOT NULL,
  issued_at       INTEGER NOT NULL,
  place           INTEGER NOT NULL,
  goes_first      INTEGER NOT NULL DEFAULT 0,
  greeted_at      INTEGER NOT NULL DEFAULT 0,
  called_at       INTEGER NOT NULL DEFAULT 0,
  first_called_at INTEGER NOT NULL DEFAULT 0,
  n_calls         INTEGER NOT NULL DEFAULT 0,
  counter         TEXT,
  by_id           INTEGER REFERENCES staff (id),
  serving_at      INTEGER NOT NULL DEFAULT 0,
  ended_at        INTEGER NOT NULL DEFAULT 0,
  parked_at       INTEGER NOT NULL DEFAULT 0,
  returned_at     INTEGER NOT NULL DEFAULT 0,
  n_overtaken     INTEGER NOT NULL DEFAULT 0,
  priority        TEXT,
  priority_by_id  INTEGER REFERENCES staff (id),
  job_id          INTEGER REFERENCES job (id),
  UNIQUE (day, class_id, number)
) STRICT;
CREATE INDEX ticket_waiting ON ticket (day, class_id, place) WHERE state = 'waiting';
CREATE INDEX ticket_by_day ON ticket (day, issued_at);
CREATE INDEX ticket_by_job ON ticket (job_id) WHERE job_id IS NOT NULL;

-- Which desks are calling just now, and for which classes.
CREATE TABLE queue_counter (
  name      TEXT PRIMARY KEY,
  classes   TEXT,
  opened_at INTEGER NOT NULL,
  closed_at INTEGER NOT NULL DEFAULT 0
) STRICT;

-- After the hand-over. A rule plans a return visit `days` after it, for the kinds and outcomes named (with commas; NULL
-- is all).
CREATE TABLE follow_up_rule (
  id       INTEGER PRIMARY KEY,
  kind     TEXT NOT NULL,
  days     INTEGER NOT NULL,
  kinds    TEXT,
  outcomes TEXT,
  active   INTEGER NOT NULL DEFAULT 1
) STRICT;

-- kind return-visit: state open, answered, declined, not-reached; what was answered is NULL until somebody answers.
-- kind line: a named person until `until`, which is also when it is due to be closed; kind request: what was asked on
-- the line (`asked`), due by then; both are open or closed, with what came of it in `outcome`.
CREATE TABLE follow_up (
  id          INTEGER PRIMARY KEY,
  job_id      INTEGER NOT NULL REFERENCES job (id),
  kind        TEXT NOT NULL,
  due         INTEGER NOT NULL,
  until       INTEGER NOT NULL DEFAULT 0,
  owner_id    INTEGER REFERENCES staff (id),
  state       TEXT NOT NULL,
  n_attempts  INTEGER NOT NULL DEFAULT 0,
  answered_at INTEGER NOT NULL DEFAULT 0,
  channel     TEXT,
  csat        INTEGER CHECK (csat BETWEEN 1 AND 5),
  nps         INTEGER CHECK (nps BETWEEN 0 AND 10),
  text        TEXT,
  by_id       INTEGER REFERENCES staff (id),
  set_at      INTEGER NOT NULL DEFAULT 0,
  ended_at    INTEGER NOT NULL DEFAULT 0,
  asked       TEXT,
  outcome     TEXT
) STRICT;
CREATE INDEX follow_up_open ON follow_up (due) WHERE state = 'open';
CREATE INDEX follow_up_by_job ON follow_up (job_id);
CREATE INDEX follow_up_answered ON follow_up (answered_at) WHERE answered_at <> 0;

-- The further jobs of a return visit that covers several: one customer, one day, one call, one answer.
CREATE TABLE follow_up_job (
  follow_up_id INTEGER NOT NULL REFERENCES follow_up (id),
  job_id       INTEGER NOT NULL REFERENCES job (id),
  PRIMARY KEY (follow_up_id, job_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX follow_up_job_by_job ON follow_up_job (job_id);

-- Suggestions: the same one heard again is a row that names the first (`heard`), where the decision stands; each giver
-- is told.
CREATE TABLE suggestion (
  id          INTEGER PRIMARY KEY,
  job_id      INTEGER REFERENCES job (id),
  customer_id INTEGER REFERENCES customer (id),
  giver       TEXT,
  at          INTEGER NOT NULL,
  text        TEXT NOT NULL,
  text_key    TEXT NOT NULL,
  heard       INTEGER REFERENCES suggestion (id),
  by_id       INTEGER REFERENCES staff (id),
  owner_id    INTEGER REFERENCES staff (id),
  decision    TEXT,
  decided_at  INTEGER NOT NULL DEFAULT 0,
  told_at     INTEGER NOT NULL DEFAULT 0,
  told_by_id  INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX suggestion_by_key ON suggestion (text_key);
CREATE INDEX suggestion_open ON suggestion (at) WHERE told_at = 0;
CREATE INDEX suggestion_by_customer ON suggestion (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX suggestion_by_first ON suggestion (heard) WHERE heard IS NOT NULL;

-- Nothing forgotten: what somebody put off, with why and how much it hurt then (it comes back when it hurts more), and
-- the ways to what waits, so that none of it is looked for in what is done.
CREATE TABLE snooze (
  key      TEXT PRIMARY KEY,
  until    INTEGER NOT NULL,
  reason   TEXT NOT NULL,
  severity TEXT NOT NULL DEFAULT 'later',
  by_id    INTEGER REFERENCES staff (id),
  at       INTEGER NOT NULL
) STRICT;
CREATE INDEX snooze_by_until ON snooze (until);
CREATE INDEX promise_unbacked ON promise (due) WHERE state = 'open' AND requires IS NOT NULL AND backed_at = 0;
CREATE INDEX job_by_since ON job (stage, stage_since) WHERE stage NOT IN ('handed-over', 'cancelled');
CREATE INDEX job_by_told ON job (told_at)
  WHERE stage NOT IN ('waiting-approval', 'ready', 'handed-over', 'cancelled');
CREATE INDEX job_by_expected ON job (expected_at)
  WHERE device_here = 0 AND expected_at <> 0 AND stage NOT IN ('handed-over', 'cancelled');
CREATE INDEX job_by_need_by ON job (need_by) WHERE need_by <> 0 AND stage NOT IN ('handed-over', 'cancelled');
CREATE INDEX follow_up_line ON follow_up (due) WHERE state = 'open' AND kind = 'line';

-- What was done to the device: parts by serial, readings in and out, parcels.
CREATE TABLE job_part (
  id         INTEGER PRIMARY KEY,
  job_id     INTEGER NOT NULL REFERENCES job (id),
  name       TEXT NOT NULL,
  serial_out TEXT,
  serial_in  TEXT,
  key_out    TEXT,
  key_in     TEXT,
  source     TEXT,
  state      TEXT NOT NULL,
  condition  TEXT,
  at         INTEGER NOT NULL,
  ordered_at INTEGER NOT NULL DEFAULT 0,
  return_due INTEGER NOT NULL DEFAULT 0,
  returned_at INTEGER NOT NULL DEFAULT 0,
  by_id      INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX job_part_by_job ON job_part (job_id);
CREATE INDEX job_part_by_key_out ON job_part (key_out) WHERE key_out IS NOT NULL;
CREATE INDEX job_part_by_key_in ON job_part (key_in) WHERE key_in IS NOT NULL;
CREATE INDEX job_part_owed ON job_part (return_due) WHERE return_due <> 0 AND returned_at = 0;

-- Values in thousandths of the measure's unit.
CREATE TABLE job_reading (
  id      INTEGER PRIMARY KEY,
  job_id  INTEGER NOT NULL REFERENCES job (id),
  measure TEXT NOT NULL,
  moment  TEXT NOT NULL,
  value   INTEGER NOT NULL,
  unit    TEXT,
  lower_is_better INTEGER NOT NULL DEFAULT 0,
  at      INTEGER NOT NULL,
  by_id   INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX job_reading_by_job ON job_reading (job_id);

CREATE TABLE parcel (
  id         INTEGER PRIMARY KEY,
  job_id     INTEGER NOT NULL REFERENCES job (id),
  direction  TEXT NOT NULL,
  carrier    TEXT NOT NULL,
  number     TEXT NOT NULL,
  content    TEXT,
  sent_at    INTEGER NOT NULL DEFAULT 0,
  due        INTEGER NOT NULL DEFAULT 0,
  arrived_at INTEGER NOT NULL DEFAULT 0,
  without_device INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX parcel_by_job ON parcel (job_id);
CREATE INDEX parcel_by_number ON parcel (number);
CREATE INDEX parcel_under_way ON parcel (due) WHERE due <> 0 AND arrived_at = 0;

ALTER TABLE unit ADD COLUMN term_months INTEGER NOT NULL DEFAULT 0;
ALTER TABLE unit ADD COLUMN term_text TEXT;

-- What customers are, how they heard of the shop, and what it cost them to come. A word is one of the shop's own, or
-- says that a ready one (data/customers/words.json) has another name or is not offered here.
ALTER TABLE customer ADD COLUMN segment TEXT;
ALTER TABLE customer ADD COLUMN referral TEXT;
ALTER TABLE customer ADD COLUMN story TEXT;
CREATE INDEX customer_by_segment ON customer (segment, name_key, id) WHERE segment IS NOT NULL;
CREATE INDEX customer_by_referral ON customer (referral, name_key, id) WHERE referral IS NOT NULL;

CREATE TABLE customer_word (
  id     INTEGER PRIMARY KEY,
  list   TEXT NOT NULL,
  word   TEXT NOT NULL,
  name   TEXT,
  active INTEGER NOT NULL DEFAULT 1,
  UNIQUE (list, word)
) STRICT;

-- Each has an event of the job's timeline (its `seq`), which holds what was said of it in words.
CREATE TABLE job_cost (
  id            INTEGER PRIMARY KEY,
  job_id        INTEGER NOT NULL REFERENCES job (id),
  seq           INTEGER NOT NULL,
  at            INTEGER NOT NULL,
  travel        INTEGER NOT NULL DEFAULT 0,
  parking       INTEGER NOT NULL DEFAULT 0,
  currency      TEXT,
  minutes       INTEGER NOT NULL DEFAULT 0,
  by_id         INTEGER REFERENCES staff (id),
  taken_back_at INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX job_cost_by_job ON job_cost (job_id);

-- Where the shop is: two letters of ISO 3166-1, NULL if nobody said.
ALTER TABLE service_point ADD COLUMN country TEXT;

-- Setup: who last changed what of it, and to what; where it is something else by now, it was somebody else.
CREATE TABLE setup_change (
  subject TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  by_name TEXT,
  desk    TEXT,
  at      INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Measures: what is asked of a period.
CREATE INDEX job_by_cancelled ON job (stage, stage_since, received_at) WHERE stage = 'cancelled';
CREATE INDEX follow_up_by_due ON follow_up (due);
CREATE INDEX job_part_by_time ON job_part (at) WHERE ordered_at = 0;
CREATE INDEX job_part_by_order ON job_part (ordered_at) WHERE ordered_at <> 0;

INSERT INTO paper_style (document, paper, at_once) VALUES
  ('ticket', '80mm', 1),
  ('queue-day', 'a4', 0),
  ('day', 'a4', 0),
  ('letter', 'a4', 0);

INSERT INTO follow_up_rule (kind, days, kinds, outcomes) VALUES ('return-visit', 3, NULL, NULL);
