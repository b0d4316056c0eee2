# Everything happens in .venv; nothing but python3 (3.11 or newer, with venv) and make is needed.

PYTHON ?= python3
BIN := .venv/bin
# Makes .venv and installs the versions that were tested together, checked by their hashes.
SET_UP := $(PYTHON) tools/set_up.py
FRONT := $(BIN)/python -m fishbowl._build
# Six on two cores: tests wait a third of their time. A file of tests
# stays in one process, and the long ones, which drive browsers, come first.
PARALLEL ?= -n 6 --dist loadfile --no-loadscope-reorder

# Compiled modules are kept, whatever the environment says: tests start hundreds of servers.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: help run demo test test-long test-browsers test-pythons torture fuzz shots bench bench-short check check-python check-front check-generated check-wheel check-deploy format words describe lock audit sbom release record-logs build clean

help:  ## list all targets
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' Makefile | expand -t 22

run: .venv/ok  ## start the server: make run ARGS="--port 9000 --db talks.db"
	@$(FRONT)
	@$(BIN)/fishbowl serve $(ARGS)

demo: .venv/ok  ## run a session with simulated people: make demo ARGS="--people 100"
	@$(FRONT)
	@$(BIN)/fishbowl demo $(ARGS)

test: .venv/test-ok  ## run all tests, with real browsers: make test ARGS="-k queue"
	@$(FRONT)
	@$(FRONT) run --silent test
	$(BIN)/pytest $(PARALLEL) $(ARGS)

test-long: .venv/test-ok  ## run the long tests: all further sizes, colours, chairs and formats
	@$(FRONT)
	$(BIN)/pytest $(PARALLEL) -m long $(ARGS)

test-browsers: .venv/test-ok  ## run a short story in WebKit and Firefox, if installed: make test-browsers ARGS=--install
	@$(FRONT)
	@$(BIN)/python -m tests.engines $(ARGS)

test-pythons:  ## run the unit tests on every installed Python from 3.11 on: make test-pythons ARGS="-k queue"
	@$(PYTHON) tools/run_pythons.py $(ARGS)

torture: .venv/test-ok  ## inject failures for a long time (kill, power cut, bad network): make torture ARGS="--minutes 30"
	@$(FRONT)
	$(BIN)/python -m tests.torture $(ARGS)

fuzz: .venv/test-ok  ## send invalid requests and messages to a server: make fuzz ARGS="--minutes 30"
	@$(FRONT)
	$(BIN)/python -m tests.fuzz $(ARGS)

shots: .venv/test-ok  ## take screenshots of every state, light and dark, into shots/: make shots ARGS="-k phone"
	@$(FRONT)
	FISHBOWL_SHOTS=1 $(BIN)/pytest tests/browser $(ARGS); $(BIN)/python tools/contact_sheet.py

bench: .venv/bench-ok  ## run the benchmarks, beside Node and a raw socket server: make bench ARGS="fanout --sizes 1000"
	@$(FRONT)
	$(BIN)/python -m bench $(ARGS)

bench-short: .venv/bench-ok  ## run the short benchmarks, judged by ratios alone
	@$(FRONT)
	$(BIN)/python -m bench --short $(ARGS)

check: .venv/test-ok  ## run linters, type checkers and import contracts
	@$(MAKE) --no-print-directory --jobs=2 --output-sync check-python check-front

check-python:
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

check-front:
	@$(FRONT) run --silent check
	@$(FRONT) --prefix lint run --silent check
	@! grep -nE '"resolved": "https?:' static/package-lock.json static/lint/package-lock.json || (echo "package-lock.json names hosts"; exit 1)

format: .venv/test-ok  ## format the code
	$(BIN)/ruff check --fix-only
	$(BIN)/ruff format

words: .venv/test-ok  ## update the translations: make words ARGS=fr adds a language
	$(BIN)/python tools/extract_words.py $(ARGS)

DESCRIBED := $(sort $(wildcard tools/describe_*.py))

describe: .venv/test-ok  ## write everything again that is made from the code: wire types, protocol, schemas, configuration
	@$(foreach tool,$(DESCRIBED),$(BIN)/python $(tool) &&) true

check-generated:
	@$(foreach tool,$(DESCRIBED),$(BIN)/python $(tool) --check &&) true

lock: .venv/release-ok  ## update the versions and hashes in requirements/: make lock ARGS=--keep adds only what is new
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tools/lock_requirements.py $(ARGS)

audit: .venv/release-ok  ## ask the advisory databases of Python and npm about everything that is locked
	@$(BIN)/python tools/audit.py

sbom: .venv/release-ok  ## list what the product consists of, as CycloneDX, in dist/
	@$(BIN)/python tools/sbom.py

check-wheel: .venv/release-ok  ## build the wheel and check it in an empty environment
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python tools/check_wheel.py

check-deploy: .venv/test-ok  ## try the recipes in deploy/ with Caddy, nginx and systemd, where they are installed
	@$(FRONT)
	@$(BIN)/python -m tests.deploy

release:  ## date the changelog, commit and tag: make release VERSION=1.1.0
	@$(PYTHON) tools/release.py $(VERSION)

record-logs: .venv/test-ok  ## record the logs of a new release for tests/logs
	@$(FRONT)
	$(BIN)/python -m tools.record_logs

build: .venv/ok  ## build the front end, if it changed
	@$(FRONT)

clean:  ## remove everything that was built
	rm -rf .venv .venv-pythons static/dist static/.words static/node_modules static/lint/node_modules

# The extra brings Node, so that later edits of the front end are built here too.
.venv/ok: pyproject.toml requirements/run.txt requirements/build.txt
	@$(SET_UP) requirements/build.txt
	@touch $@

.venv/test-ok: pyproject.toml requirements/run.txt requirements/build.txt requirements/test.txt
	@$(SET_UP) requirements/test.txt
	@touch .venv/ok $@

.venv/bench-ok: .venv/test-ok requirements/bench.txt
	@$(SET_UP) requirements/bench.txt
	@touch $@

.venv/release-ok: .venv/test-ok requirements/release.txt
	@$(SET_UP) requirements/release.txt
	@touch $@
