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
);
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
insert into "_sqlite_migrations" ("id", "migration_set", "name", "applied_at") values (1, 'fishbowl', 'm001_sessions_and_entries', '2026-11-29 18:47:17.226233+00:00');
insert into "_sqlite_migrations" ("id", "migration_set", "name", "applied_at") values (2, 'fishbowl', 'm002_secrets', '2026-11-29 18:47:17.227118+00:00');
insert into "sessions" ("id", "code", "question", "event", "state", "created_at_ms", "closed_at_ms", "people", "voices") values (1, 'WAVE47', 'Who should decide about pay?', 'Day', 'closed', 1800000020000, 1800000120000, 2, 1);
insert into "sessions" ("id", "code", "question", "event", "state", "created_at_ms", "closed_at_ms", "people", "voices") values (2, 'TUNE88', 'Who should decide about pay?', 'Day', 'running', 1800000020000, NULL, 2, 1);
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 1, 'command-1', 0, 1800000020000, 0, 'facilitator', 'session.created', 1, '{"code":"WAVE47","question":"Who should decide about pay?","event":"","chair_count":5,"open_chairs":1,"planned_ms":2700000,"seat_limit_ms":480000,"attribution":"named","address":""}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 2, 'command-2', 0, 1800000040000, 0, 'facilitator', 'session.started', 1, '{}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 3, 'command-3', 0, 1800000060000, 0, 'attendee', 'person.joined', 1, '{"key":"device 1","called":"Rafael Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 4, 'command-4', 0, 1800000080000, 3, 'attendee', 'queue.joined', 1, '{"person":3,"kind":"new_point","words":"","rank":1048576,"topic":null}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 5, 'command-5', 0, 1800000100000, 0, 'facilitator', 'person.added', 1, '{"called":"Noor Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 6, 'command-5', 1, 1800000100000, 0, 'facilitator', 'chair.taken', 1, '{"chair":1,"person":5,"request":null}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 7, 'command-7', 0, 1800000120000, 0, 'facilitator', 'chair.left', 1, '{"turn":6,"chair":1,"why":"closed"}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (1, 8, 'command-7', 1, 1800000120000, 0, 'facilitator', 'session.closed', 1, '{}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 1, 'command-1', 0, 1800000020000, 0, 'facilitator', 'session.created', 1, '{"code":"WAVE47","question":"Who should decide about pay?","event":"","chair_count":5,"open_chairs":1,"planned_ms":2700000,"seat_limit_ms":480000,"attribution":"named","address":""}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 2, 'command-2', 0, 1800000040000, 0, 'facilitator', 'session.started', 1, '{}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 3, 'command-3', 0, 1800000060000, 0, 'attendee', 'person.joined', 1, '{"key":"device 1","called":"Rafael Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 4, 'command-4', 0, 1800000080000, 3, 'attendee', 'queue.joined', 1, '{"person":3,"kind":"new_point","words":"","rank":1048576,"topic":null}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 5, 'command-5', 0, 1800000100000, 0, 'facilitator', 'person.added', 1, '{"called":"Noor Example","twin":1}');
insert into "entries" ("session_id", "seq", "command_id", "part", "at_ms", "actor", "role", "type", "version", "data") values (2, 6, 'command-5', 1, 1800000100000, 0, 'facilitator', 'chair.taken', 1, '{"chair":1,"person":5,"request":null}');
insert into "secrets" ("name", "value") values ('signing_key', X'053B405840B8E016DCA70E937A39E27AC9590AAEC20D7EDDB105C56C6695FE45');
