# Everything starts here: `make run` serves the board, `make test` checks all of it, `make help` lists the rest.

VENV := .venv
BIN := $(VENV)/bin
# One more than there are cores: tests wait more than they compute.
WORKERS := $(shell expr $$(nproc 2>/dev/null || sysctl -n hw.ncpu) + 1)
# Tests start many servers and commands: each would compile the board again where bytecode is not kept.
export PYTHONDONTWRITEBYTECODE :=
PIP := $(BIN)/pip --disable-pip-version-check --quiet

.DEFAULT_GOAL := help
.PHONY: help run demo test test-js test-python test-browser fuzz-http deep lint types bench bench-frames bench-processes bench-exports bench-keeping faults faults-control bundle release-check screenshot gallery screens clean

help: ## what can be made
	@grep -E '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

run: $(VENV)/.installed ## serve the board on http://localhost:5000
	@$(BIN)/python run.py

demo: $(VENV)/.installed ## the same, with a ready workshop to look at
	@$(BIN)/python run.py --demo

test: lint test-js test-python test-browser ## everything, the browser included

fuzz-http: $(VENV)/.installed-tests ## a thousand made-up requests to every operation (about 20 minutes)
	BOARD_TEST_HTTP_CASES=1000 $(BIN)/pytest -q tests/http/test_openapi.py

deep: $(VENV)/.installed-tests ## many more seeds, kills and games of voting than `make test` plays; long
	FUZZ_SEEDS=5000 node --test tests/js/sync_fuzz.test.js
	BOARD_TEST_SEEDS=3000 BOARD_TEST_EXAMPLES=200 BOARD_TEST_KILLS=100 $(BIN)/pytest -q --numprocesses $(WORKERS) --dist worksteal \
		tests/socket/test_fuzz_sync.py tests/socket/test_votes.py tests/live/test_kill.py

lint: $(VENV)/.installed-tests ## style and safety of the Python code
	$(BIN)/ruff check .
	$(BIN)/bandit -q -c pyproject.toml -r board run.py config.py keyfile.py

test-js: ## the browser's modules that need no browser
	@.ci/need browser
	node --test $$(find tests/js -name node_modules -prune -o -name '*.test.js' -print | sort)

test-python: $(VENV)/.installed-tests ## units, HTTP, sockets, live server
	@.ci/need browser
	@.ci/need database
	@.ci/need office
	@.ci/need servers
	$(BIN)/pytest -q --numprocesses $(WORKERS) --dist worksteal --ignore tests/browser

test-browser: $(VENV)/.installed-tests ## real pages in Chromium
	@.ci/need browser
	$(BIN)/pytest -q --numprocesses $(WORKERS) --dist worksteal tests/browser

types: ## types of the browser's modules (needs npm)
	cd tests/js && npm ci --no-audit --no-fund && npx tsc --project tsconfig.json

bundle: ## the browser's files as few, for a release (needs npm)
	cd static/vendor && npm ci --no-audit --no-fund && node bundle.mjs

release-check: $(VENV)/.installed-tests ## is the committed bundle made of these files?
	BOARD_TEST_RELEASE=1 $(BIN)/pytest -q tests/unit/test_bundle.py

bench: $(VENV)/.installed ## figures beside two peers (needs npm; about 15 minutes)
	@BOARD_TEST_CHROMIUM=chromium .ci/need browser
	$(BIN)/python tests/bench/run.py
	$(BIN)/python tests/bench/plots.py test-results/bench.jsonl test-results

bench-frames: $(VENV)/.installed-tests ## the canvas beside Excalidraw, the outline, a long session, the first note (needs npm; about an hour)
	@BOARD_TEST_CHROMIUM=chromium .ci/need browser
	$(BIN)/python tests/bench/frames.py --beside --reading
	$(BIN)/python tests/bench/outline.py
	$(BIN)/python tests/bench/soak.py
	$(BIN)/python tests/bench/first_note.py --beside

bench-processes: $(VENV)/.installed-tests ## what a change costs with several processes
	@.ci/need database
	@.ci/need servers
	$(BIN)/python tests/bench/processes.py

bench-exports: $(VENV)/.installed-tests ## seconds, memory and size of every format
	$(BIN)/python tests/bench/exports.py

bench-keeping: $(VENV)/.installed-tests ## seconds of backups, restores, erasures, shortened histories (about 15 minutes)
	@.ci/need database
	$(BIN)/python tests/bench/keeping.py
	$(BIN)/python tests/bench/keeping.py --boards 20 --notes 1000
	$(BIN)/python tests/bench/keeping.py --boards 20 --notes 1000 --postgres

faults: $(VENV)/.installed-tests ## every fault we can cause, under people who work; half an hour or more
	@.ci/need database
	@.ci/need servers
	$(BIN)/python -m tests.faults --plots test-results

faults-control: $(VENV)/.installed-tests ## the same checker on builds broken on purpose, which it must find out
	@.ci/need servers
	$(BIN)/python -m tests.faults --control

screenshot: $(VENV)/.installed-tests ## the picture in the README
	@BOARD_TEST_CHROMIUM=chromium .ci/need browser
	$(BIN)/python tests/browser/screenshot.py

gallery: $(VENV)/.installed-tests ## the pictures in docs/gallery.md and docs/screens.md
	@BOARD_TEST_CHROMIUM=chromium .ci/need browser
	@.ci/need office
	$(BIN)/python tests/bench/gallery.py
	$(BIN)/python tests/bench/screens.py --docs

screens: $(VENV)/.installed-tests ## every main screen in all languages, light and dark, under test-results/screens
	@BOARD_TEST_CHROMIUM=chromium .ci/need browser
	$(BIN)/python tests/bench/screens.py

clean: ## remove what was installed and measured, never the data
	rm -rf $(VENV) test-results tests/bench/node_modules tests/bench/frames/excalidraw/node_modules tests/js/node_modules

$(VENV)/bin/python:
	@python=$$(.ci/need python) && $$python -m venv $(VENV)

$(VENV)/.installed: requirements.txt | $(VENV)/bin/python
	@echo "Installing the requirements"
	@$(PIP) install -r requirements.txt
	@touch $@

$(VENV)/.installed-tests: tests/requirements.txt $(VENV)/.installed
	@echo "Installing what the tests need"
	@$(PIP) install -r tests/requirements.txt
	@touch $@
