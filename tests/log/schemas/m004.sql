CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE TABLE "sessions" (
   "id" INTEGER PRIMARY KEY,
   "code" TEXT NOT NULL,
   "question" TEXT NOT NULL,
   "event" TEXT NOT NULL,
   "state" TEXT NOT NULL,
   "created_at_ms" INTEGER NOT NULL,
   "closed_at_ms" INTEGER,
   "people" INTEGER,
   "voices" INTEGER
, "starts_at_ms" INTEGER NOT NULL DEFAULT 0, "keep_until_ms" INTEGER NOT NULL DEFAULT 0);
CREATE UNIQUE INDEX "idx_sessions_code"
    ON "sessions" ("code");
CREATE TABLE "entries" (
   "session_id" INTEGER REFERENCES "sessions"("id"),
   "seq" INTEGER,
   "command_id" TEXT NOT NULL,
   "part" INTEGER NOT NULL,
   "at_ms" INTEGER NOT NULL,
   "actor" INTEGER NOT NULL,
   "role" TEXT NOT NULL,
   "type" TEXT NOT NULL,
   "version" INTEGER NOT NULL,
   "data" TEXT NOT NULL,
   PRIMARY KEY ("session_id", "seq")
);
CREATE UNIQUE INDEX "idx_entries_session_id_command_id_part"
    ON "entries" ("session_id", "command_id", "part");
CREATE TABLE "secrets" (
   "name" TEXT PRIMARY KEY,
   "value" BLOB NOT NULL
);
CREATE TABLE "finished_sessions" (
   "session_id" INTEGER PRIMARY KEY REFERENCES "sessions"("id"),
   "code" TEXT,
   "began_on" TEXT,
   "year" INTEGER,
   "ended_at_ms" INTEGER,
   "minutes" INTEGER,
   "people" INTEGER,
   "voices" INTEGER,
   "language" TEXT,
   "attribution" TEXT,
   "published" INTEGER,
   "edition" INTEGER,
   "seq" INTEGER,
   "portrait" TEXT,
   "tokens" TEXT
, "question" text, "topic" text, "event" text, "insight" text, "decision" text, "undecided" text, "action" text, "open_question" text, "resource" text, "asked" text, "point" text);
CREATE TABLE "finds" (
   "id" INTEGER PRIMARY KEY,
   "session_id" INTEGER REFERENCES "sessions"("id"),
   "kind" TEXT NOT NULL,
   "words" TEXT NOT NULL,
   "topic" TEXT,
   "anchor" TEXT,
   "at_ms" INTEGER,
   "tokens" TEXT
);
CREATE INDEX "idx_finds_session_id"
    ON "finds" ("session_id");
CREATE TABLE "archive_state" (
   "name" TEXT PRIMARY KEY,
   "value" TEXT
);
insert into "_sqlite_migrations" ("id", "migration_set", "name", "applied_at") values (1, 'fishbowl', 'm001_sessions_and_entries', '2026-11-29 18:46:54.820373+00:00');
insert into "_sqlite_migrations" ("id", "migration_set", "name", "applied_at") values (2, 'fishbowl', 'm002_secrets', '2026-11-29 18:46:54.821594+00:00');
insert into "_sqlite_migrations" ("id", "migration_set", "name", "applied_at") values (3, 'fishbowl', 'm003_plans', '2026-11-29 18:46:54.822842+00:00');
insert into "_sqlite_migrations" ("id", "migration_set", "name", "applied_at") values (4, 'fishbowl', 'm004_finished_sessions', '2026-11-29 18:46:54.825250+00:00');
insert into "sessions" ("id", "code", "question", "event", "state", "created_at_ms", "closed_at_ms", "people", "voices", "starts_at_ms", "keep_until_ms") values (1, 'WAVE47', 'Who should decide about pay?', 'Day', 'closed', 1800000000000, 1800000180000, 2, 1, 0, 0);
insert into "sessions" ("id", "code", "question", "event", "state", "created_at_ms", "closed_at_ms", "people", "voices", "starts_at_ms", "keep_until_ms") values (2, 'TUNE88', 'Who should decide about pay?', 'Day', 'running', 1800000000000, NULL, 2, 1, 0, 0);
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 1, 'command-1', 0, 1800000000000, 0, 'facilitator', 'session.created', 1, '{"code":"WAVE47","question":"Who should decide about pay?","event":"","chair_count":5,"open_chairs":1,"planned_ms":2700000,"seat_limit_ms":480000,"attribution":"named","address":"","format":"","phases":[],"entry":"called","exit_rule":"longest_seated","order":"arrival","last_ms":300000,"kinds":[],"starts_at_ms":0,"opens_at_ms":0,"closes_at_ms":0,"keep_until_ms":0}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 2, 'command-2', 0, 1800000000000, 0, 'facilitator', 'session.started', 1, '{}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 3, 'command-3', 0, 1800000000000, 0, 'attendee', 'person.joined', 1, '{"key":"device 1","called":"Rafael Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 4, 'command-4', 0, 1800000000000, 0, 'attendee', 'person.joined', 1, '{"key":"device 2","called":"Noor Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 5, 'command-5', 0, 1800000000000, 3, 'attendee', 'queue.joined', 1, '{"person":3,"kind":"new_point","words":"","rank":1048576,"topic":null,"lot":401146281}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 6, 'command-6', 0, 1800000000000, 4, 'attendee', 'queue.joined', 1, '{"person":4,"kind":"new_point","words":"","rank":2097152,"topic":null,"lot":2019559783}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 7, 'command-7', 0, 1800000000000, 3, 'attendee', 'topic.suggested', 1, '{"person":3,"title":"Trust"}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 8, 'command-8', 0, 1800000000000, 0, 'facilitator', 'call.made', 1, '{"request":5,"chair":1,"passed_over":[]}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 9, 'command-9', 0, 1800000000000, 3, 'attendee', 'chair.taken', 1, '{"chair":1,"person":3,"request":5,"passed_over":[]}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 10, 'command-10', 0, 1800000180000, 0, 'facilitator', 'chair.left', 1, '{"turn":9,"chair":1,"why":"closed"}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 11, 'command-10', 1, 1800000180000, 0, 'facilitator', 'session.closed', 1, '{}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 1, 'command-1', 0, 1800000000000, 0, 'facilitator', 'session.created', 1, '{"code":"WAVE47","question":"Who should decide about pay?","event":"","chair_count":5,"open_chairs":1,"planned_ms":2700000,"seat_limit_ms":480000,"attribution":"named","address":"","format":"","phases":[],"entry":"called","exit_rule":"longest_seated","order":"arrival","last_ms":300000,"kinds":[],"starts_at_ms":0,"opens_at_ms":0,"closes_at_ms":0,"keep_until_ms":0}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 2, 'command-2', 0, 1800000000000, 0, 'facilitator', 'session.started', 1, '{}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 3, 'command-3', 0, 1800000000000, 0, 'attendee', 'person.joined', 1, '{"key":"device 1","called":"Rafael Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 4, 'command-4', 0, 1800000000000, 0, 'attendee', 'person.joined', 1, '{"key":"device 2","called":"Noor Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 5, 'command-5', 0, 1800000000000, 3, 'attendee', 'queue.joined', 1, '{"person":3,"kind":"new_point","words":"","rank":1048576,"topic":null,"lot":401146281}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 6, 'command-6', 0, 1800000000000, 4, 'attendee', 'queue.joined', 1, '{"person":4,"kind":"new_point","words":"","rank":2097152,"topic":null,"lot":2019559783}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 7, 'command-7', 0, 1800000000000, 3, 'attendee', 'topic.suggested', 1, '{"person":3,"title":"Trust"}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 8, 'command-8', 0, 1800000000000, 0, 'facilitator', 'call.made', 1, '{"request":5,"chair":1,"passed_over":[]}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 9, 'command-9', 0, 1800000000000, 3, 'attendee', 'chair.taken', 1, '{"chair":1,"person":3,"request":5,"passed_over":[]}');
insert into "secrets" ("name", "value") values ('signing_key', X'5D9464BB85698B49E6EEFB598822282518E82720989988B5941955BD2297C933');
insert into "finished_sessions" ("session_id", "code", "began_on", "year", "ended_at_ms", "minutes", "people", "voices", "language", "attribution", "published", "edition", "seq", "portrait", "tokens", "question", "topic", "event", "insight", "decision", "undecided", "action", "open_question", "resource", "asked", "point") values (1, 'WAVE47', '2027-01-15', 2027, 1800000180000, 3, 2, 1, 'en', 'named', 0, 0, 11, '{"petals":[{"x1":200.0,"y1":116.0,"x2":200.0,"y2":30.0,"spoken":null}],"dots":[],"width":15.0,"voices":1}', ' who should decide about pay ', 'Who should decide about pay?', '', '', '', '', '', '', '', '', '', '');
insert into "finds" ("id", "session_id", "kind", "words", "topic", "anchor", "at_ms", "tokens") values (1, 1, 'question', 'Who should decide about pay?', '', '', NULL, ' who should decide about pay ');
insert into "archive_state" ("name", "value") values ('made_for', '1 question topic event insight decision undecided action open_question resource asked point');
CREATE VIRTUAL TABLE finished_sessions_fts using fts5(question, topic, event, insight, decision, undecided, action, open_question, resource, asked, point, content="finished_sessions", content_rowid="session_id", tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So M*'", prefix='2 3');
insert into finished_sessions_fts (finished_sessions_fts) values ('rebuild');
