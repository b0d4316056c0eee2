BEGIN TRANSACTION;
CREATE TABLE "_sqlite_migrations" (
   "id" INTEGER PRIMARY KEY,
   "migration_set" TEXT,
   "name" TEXT,
   "applied_at" TEXT
);
INSERT INTO "_sqlite_migrations" VALUES(1,'fishbowl','m001_sessions_and_entries','2026-11-29 18:46:55.719895+00:00');
INSERT INTO "_sqlite_migrations" VALUES(2,'fishbowl','m002_secrets','2026-11-29 18:46:55.720810+00:00');
INSERT INTO "_sqlite_migrations" VALUES(3,'fishbowl','m003_plans','2026-11-29 18:46:55.722125+00:00');
INSERT INTO "_sqlite_migrations" VALUES(4,'fishbowl','m004_finished_sessions','2026-11-29 18:46:55.724465+00:00');
INSERT INTO "_sqlite_migrations" VALUES(5,'fishbowl','m005_kinds_of_finds','2026-11-29 18:46:55.726462+00:00');
INSERT INTO "_sqlite_migrations" VALUES(6,'fishbowl','m006_senders_and_deadlines','2026-11-30 17:17:16.776228+00:00');
INSERT INTO "_sqlite_migrations" VALUES(7,'fishbowl','m007_deleted_sessions','2026-11-30 17:17:16.776554+00:00');
INSERT INTO "_sqlite_migrations" VALUES(8,'fishbowl','m008_sign_ins','2026-11-30 17:17:16.777010+00:00');
INSERT INTO "_sqlite_migrations" VALUES(9,'fishbowl','m009_chain','2026-11-30 17:17:16.778119+00:00');
INSERT INTO "_sqlite_migrations" VALUES(10,'fishbowl','m010_snapshots','2026-11-30 17:17:16.778597+00:00');
INSERT INTO "_sqlite_migrations" VALUES(11,'fishbowl','m011_audit','2026-11-30 17:17:16.778867+00:00');
INSERT INTO "_sqlite_migrations" VALUES(12,'fishbowl','m012_erasures','2026-11-30 17:17:16.779271+00:00');
INSERT INTO "_sqlite_migrations" VALUES(13,'fishbowl','m013_peers','2026-11-30 17:17:16.779524+00:00');
INSERT INTO "_sqlite_migrations" VALUES(14,'fishbowl','m014_streams','2026-11-30 17:17:16.795015+00:00');
INSERT INTO "_sqlite_migrations" VALUES(15,'fishbowl','m015_numbers','2026-11-30 17:17:16.795240+00:00');
INSERT INTO "_sqlite_migrations" VALUES(16,'fishbowl','m016_people','2026-11-30 17:17:16.795798+00:00');
INSERT INTO "_sqlite_migrations" VALUES(17,'fishbowl','m017_home','2026-11-30 17:17:16.796029+00:00');
CREATE TABLE "access_state" (
   "name" TEXT PRIMARY KEY,
   "value" INTEGER NOT NULL
);
CREATE TABLE "archive_state" (
   "name" TEXT PRIMARY KEY,
   "value" TEXT
);
INSERT INTO "archive_state" VALUES('made_for','1 question topic event summary insight decision undecided action open_question resource commitment takeaway answer asked point');
INSERT INTO "archive_state" VALUES('state','46206444fa62596d');
CREATE TABLE "audit" (
   "id" INTEGER PRIMARY KEY,
   "at_ms" INTEGER NOT NULL,
   "last_at_ms" INTEGER NOT NULL,
   "what" TEXT NOT NULL,
   "who" TEXT NOT NULL,
   "generation" INTEGER NOT NULL,
   "code" TEXT NOT NULL,
   "detail" TEXT NOT NULL,
   "count" INTEGER NOT NULL
);
CREATE TABLE bundle_parts (bundle text not null, start integer not null, part blob not null, at_ms integer not null, primary key (bundle, start));
CREATE TABLE contacts (owner text not null, kind text not null, sealed blob not null, digest blob not null, confirmed_at_ms integer, failed_at_ms integer, problem text not null default '', primary key (owner, kind));
CREATE TABLE deleted_streams (kind text not null, key text not null, deleted_at_ms integer not null, primary key (kind, key));
CREATE TABLE "entries" (
   "stream_id" INTEGER REFERENCES "streams"("id"),
   "seq" INTEGER,
   "command_id" TEXT NOT NULL,
   "part" INTEGER NOT NULL,
   "at_ms" INTEGER NOT NULL,
   "actor" INTEGER NOT NULL,
   "role" TEXT NOT NULL,
   "type" TEXT NOT NULL,
   "version" INTEGER NOT NULL,
   "data" TEXT NOT NULL, sender text not null default '', chain blob,
   PRIMARY KEY ("stream_id", "seq")
);
INSERT INTO "entries" VALUES(1,1,'command-1',0,1800000000000,0,'facilitator','session.created',1,'{"code":"WAVE47","question":"Who should decide about pay?","event":"","chair_count":5,"open_chairs":1,"planned_ms":2700000,"seat_limit_ms":480000,"attribution":"named","address":"","format":"","phases":[],"entry":"called","exit_rule":"longest_seated","order":"arrival","last_ms":300000,"kinds":[],"starts_at_ms":0,"opens_at_ms":0,"closes_at_ms":0,"keep_until_ms":0,"language":""}','',X'746F8C0023FE1F3229FA39DE5D89BAC2A8245D9EC41B52B8C811F4011525956A');
INSERT INTO "entries" VALUES(1,2,'command-2',0,1800000000000,0,'facilitator','session.started',1,'{}','',X'294D246389C0C6A5B1F633B0E6D2BC358C6A12C9EA9EE3AE0D1F8FD14B57E431');
INSERT INTO "entries" VALUES(1,3,'command-3',0,1800000000000,0,'attendee','person.joined',1,'{"key":"device 1","called":"Rafael Example","twin":1}','',X'EFF161FB162755994789332E0160922399E40526CEF2DAAF41CD5A536CD0BAAA');
INSERT INTO "entries" VALUES(1,4,'command-4',0,1800000000000,0,'attendee','person.joined',1,'{"key":"device 2","called":"Noor Example","twin":1}','',X'A67173BB74881134E1E8E269BF4F328A940C83E8A7AE2A018437163BC3E2DCEF');
INSERT INTO "entries" VALUES(1,5,'command-5',0,1800000000000,3,'attendee','queue.joined',1,'{"person":3,"kind":"new_point","words":"","rank":1048576,"topic":null,"lot":401146281}','',X'36FCF987D521A350F359E941209B8656F33E693657F7A16929BB2EC5CF6BFFFC');
INSERT INTO "entries" VALUES(1,6,'command-6',0,1800000000000,4,'attendee','queue.joined',1,'{"person":4,"kind":"new_point","words":"","rank":2097152,"topic":null,"lot":2019559783}','',X'2FAAF0E7D12BEC124DF30EA127E28BD1BA15F26FE5007DD63377DBD2EBEF59C3');
INSERT INTO "entries" VALUES(1,7,'command-7',0,1800000000000,3,'attendee','topic.suggested',1,'{"person":3,"title":"Trust"}','',X'2E7A612B51FCB54E6F31A9EEE77ADC661DC66E02E224811935A0D45D75611ECE');
INSERT INTO "entries" VALUES(1,8,'command-8',0,1800000000000,0,'facilitator','call.made',1,'{"request":5,"chair":1,"passed_over":[]}','',X'56A33FC5214823737036CF5D9728F288D55A4C8620D6DF7D42F8BD2A9F027CE5');
INSERT INTO "entries" VALUES(1,9,'command-9',0,1800000000000,3,'attendee','chair.taken',1,'{"chair":1,"person":3,"request":5,"passed_over":[]}','',X'777105C5B2AC289DFC931FCFA31E62FE021F20CFC61F26473C8C7E7228AB4C1D');
INSERT INTO "entries" VALUES(1,10,'command-10',0,1800000180000,0,'facilitator','chair.left',1,'{"turn":9,"chair":1,"why":"closed"}','',X'DF261F1974B9A8D2C48A00B11C873874B64A2DCF07E4E1E321E0B6808F94BB64');
INSERT INTO "entries" VALUES(1,11,'command-10',1,1800000180000,0,'facilitator','session.closed',1,'{}','',X'D2C9F50C9DD672C078D80B277D7FE2246FAB7B28FA8AC13A9736C345ACAFB913');
INSERT INTO "entries" VALUES(2,1,'command-1',0,1800000000000,0,'facilitator','session.created',1,'{"code":"WAVE47","question":"Who should decide about pay?","event":"","chair_count":5,"open_chairs":1,"planned_ms":2700000,"seat_limit_ms":480000,"attribution":"named","address":"","format":"","phases":[],"entry":"called","exit_rule":"longest_seated","order":"arrival","last_ms":300000,"kinds":[],"starts_at_ms":0,"opens_at_ms":0,"closes_at_ms":0,"keep_until_ms":0,"language":""}','',X'746F8C0023FE1F3229FA39DE5D89BAC2A8245D9EC41B52B8C811F4011525956A');
INSERT INTO "entries" VALUES(2,2,'command-2',0,1800000000000,0,'facilitator','session.started',1,'{}','',X'294D246389C0C6A5B1F633B0E6D2BC358C6A12C9EA9EE3AE0D1F8FD14B57E431');
INSERT INTO "entries" VALUES(2,3,'command-3',0,1800000000000,0,'attendee','person.joined',1,'{"key":"device 1","called":"Rafael Example","twin":1}','',X'EFF161FB162755994789332E0160922399E40526CEF2DAAF41CD5A536CD0BAAA');
INSERT INTO "entries" VALUES(2,4,'command-4',0,1800000000000,0,'attendee','person.joined',1,'{"key":"device 2","called":"Noor Example","twin":1}','',X'A67173BB74881134E1E8E269BF4F328A940C83E8A7AE2A018437163BC3E2DCEF');
INSERT INTO "entries" VALUES(2,5,'command-5',0,1800000000000,3,'attendee','queue.joined',1,'{"person":3,"kind":"new_point","words":"","rank":1048576,"topic":null,"lot":401146281}','',X'36FCF987D521A350F359E941209B8656F33E693657F7A16929BB2EC5CF6BFFFC');
INSERT INTO "entries" VALUES(2,6,'command-6',0,1800000000000,4,'attendee','queue.joined',1,'{"person":4,"kind":"new_point","words":"","rank":2097152,"topic":null,"lot":2019559783}','',X'2FAAF0E7D12BEC124DF30EA127E28BD1BA15F26FE5007DD63377DBD2EBEF59C3');
INSERT INTO "entries" VALUES(2,7,'command-7',0,1800000000000,3,'attendee','topic.suggested',1,'{"person":3,"title":"Trust"}','',X'2E7A612B51FCB54E6F31A9EEE77ADC661DC66E02E224811935A0D45D75611ECE');
INSERT INTO "entries" VALUES(2,8,'command-8',0,1800000000000,0,'facilitator','call.made',1,'{"request":5,"chair":1,"passed_over":[]}','',X'56A33FC5214823737036CF5D9728F288D55A4C8620D6DF7D42F8BD2A9F027CE5');
INSERT INTO "entries" VALUES(2,9,'command-9',0,1800000000000,3,'attendee','chair.taken',1,'{"chair":1,"person":3,"request":5,"passed_over":[]}','',X'777105C5B2AC289DFC931FCFA31E62FE021F20CFC61F26473C8C7E7228AB4C1D');
CREATE TABLE "erasures" (
   "id" TEXT PRIMARY KEY,
   "line" TEXT NOT NULL
);
CREATE TABLE "finds" (
   "id" INTEGER PRIMARY KEY,
   "session_id" INTEGER REFERENCES "streams"("id"),
   "kind" TEXT NOT NULL,
   "words" TEXT NOT NULL,
   "topic" TEXT,
   "anchor" TEXT,
   "at_ms" INTEGER,
   "tokens" TEXT
);
INSERT INTO "finds" VALUES(1,1,'question','Who should decide about pay?','','',NULL,' who should decide about pay ');
CREATE TABLE "finished_sessions" (
   "session_id" INTEGER PRIMARY KEY REFERENCES "streams"("id"),
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
   "portrait" TEXT, "question" text, "topic" text, "event" text, "summary" text, "insight" text, "decision" text, "undecided" text, "action" text, "open_question" text, "resource" text, "commitment" text, "takeaway" text, "answer" text, "asked" text, "point" text);
INSERT INTO "finished_sessions" VALUES(1,'WAVE47','2027-01-15',2027,1800000180000,3,2,1,'en','named',0,0,11,'{"petals":[{"x1":200.0,"y1":116.0,"x2":200.0,"y2":30.0,"spoken":null}],"dots":[],"width":15.0,"voices":1}','Who should decide about pay?','','','','','','','','','','','','','','');
CREATE TABLE home_records (kind text not null, key text not null, value blob not null, primary key (kind, key));
CREATE TABLE letter_tokens (hash blob primary key, purpose text not null, owner text not null, about integer not null default 0, expires_at_ms integer not null, spent_at_ms integer);
CREATE TABLE outbox (id text primary key, owner text not null, letter text not null, params text not null, created_at_ms integer not null, due_at_ms integer, claimed_until_ms integer not null default 0, tries integer not null default 0, sent_at_ms integer, problem text not null default '');
CREATE TABLE passes (hash blob primary key, member integer not null, made_at_ms integer not null);
CREATE TABLE "peers" (
   "url" TEXT PRIMARY KEY,
   "kind" TEXT NOT NULL,
   "seen_ms" INTEGER NOT NULL
);
CREATE TABLE refused_addresses (digest blob primary key);
CREATE TABLE "secrets" (
   "name" TEXT PRIMARY KEY,
   "value" BLOB NOT NULL
);
INSERT INTO "secrets" VALUES('signing_key',X'F9984F014F4127B3C3EC15BF9ED6C1160B6E557AB92DE3ECDE16C016F43D80E9');
CREATE TABLE sessions (id integer primary key references streams (id), code text not null, question text not null, event text not null, state text not null, created_at_ms integer not null, closed_at_ms integer, people integer, voices integer, starts_at_ms integer not null default 0, keep_until_ms integer not null default 0, next_deadline_ms integer, deadline_known integer not null default 0);
INSERT INTO "sessions" VALUES(1,'WAVE47','Who should decide about pay?','Day','closed',1800000000000,1800000180000,2,1,0,0,NULL,0);
INSERT INTO "sessions" VALUES(2,'TUNE88','Who should decide about pay?','Day','running',1800000000000,NULL,2,1,0,0,NULL,0);
CREATE TABLE "sign_ins" (
   "token_hash" BLOB PRIMARY KEY,
   "opens" TEXT NOT NULL,
   "code" TEXT NOT NULL,
   "generation" INTEGER NOT NULL,
   "began_at_ms" INTEGER NOT NULL,
   "seen_at_ms" INTEGER NOT NULL,
   "expires_at_ms" INTEGER NOT NULL
);
CREATE TABLE "snapshots" (
   "stream_id" INTEGER PRIMARY KEY REFERENCES "streams"("id"),
   "seq" INTEGER NOT NULL,
   "schema" TEXT NOT NULL,
   "chain" BLOB NOT NULL,
   "checksum" BLOB NOT NULL,
   "state" BLOB NOT NULL
);
CREATE TABLE "streams" (
   "id" INTEGER PRIMARY KEY,
   "key" TEXT NOT NULL,
   entry_count integer not null default 0, head blob, kind text not null default 'session');
INSERT INTO "streams" VALUES(1,'WAVE47',11,X'D2C9F50C9DD672C078D80B277D7FE2246FAB7B28FA8AC13A9736C345ACAFB913','session');
INSERT INTO "streams" VALUES(2,'TUNE88',9,X'777105C5B2AC289DFC931FCFA31E62FE021F20CFC61F26473C8C7E7228AB4C1D','session');
CREATE UNIQUE INDEX "idx__sqlite_migrations_migration_set_name"
    ON "_sqlite_migrations" ("migration_set", "name");
CREATE INDEX "idx_finds_session_id"
    ON "finds" ("session_id");
CREATE INDEX "idx_finds_kind_session_id"
    ON "finds" ("kind", "session_id");
CREATE INDEX finished_sessions_filters on finished_sessions (event, year, ended_at_ms, language, published);
CREATE UNIQUE INDEX "idx_entries_session_id_sender_command_id_part"
    ON "entries" ("stream_id", "sender", "command_id", "part");
CREATE UNIQUE INDEX sessions_code on sessions (code);
CREATE UNIQUE INDEX streams_kind_key on streams (kind, key);
CREATE INDEX contacts_digest on contacts (digest);
CREATE INDEX passes_member on passes (member);
CREATE INDEX letter_tokens_owner on letter_tokens (owner);
CREATE INDEX outbox_due on outbox (due_at_ms) where due_at_ms is not null;
CREATE INDEX outbox_owner on outbox (owner);
COMMIT;
CREATE VIRTUAL TABLE finished_sessions_fts using fts5(question, topic, event, summary, insight, decision, undecided, action, open_question, resource, commitment, takeaway, answer, asked, point, content="finished_sessions", content_rowid="session_id", tokenize="unicode61 remove_diacritics 2 categories 'L* N* Co So M*'", prefix='2 3');
insert into finished_sessions_fts (finished_sessions_fts) values ('rebuild');
