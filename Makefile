# make demo       the example casebook, built and served
# make test       every test, the browser's included
# make lint       what Ruff says about form and style (make format mends it)
# make types      mypy over Python, tsc over web/
# make bench      score the claims found in GOLD's documents against the gold ones
# make baseline   write down anew what extraction reaches on tests/documents
# make speed      time extraction beside its peers (benchmarks/README.md says how to install them)
# make speed-compiled   the same, and once more with extraction compiled by mypyc, which needs a C compiler
# make same-compiled    whether it finds the same compiled and as plain Python, on the documents here
# make docs       write the generated pages of docs/ anew
# make picture    take the README's picture of the example's site anew
# make lock       resolve the dependencies anew into the two lock files
# make clean      remove what the other targets made
#
# Each target makes what it needs: .venv, the locked packages, this package in editable form.

PYTHON ?= python3
SERVE ?= 1
GOLD ?= ../shared/gold
SCORER ?= ../shared/tools/score_claims.py
BIN := .venv/bin

SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.PHONY: help demo test lint format types bench baseline speed speed-compiled same-compiled docs picture lock clean

# What the package's build reads: when one of these changes, the package is installed again.
BUILD_INPUTS := pyproject.toml $(wildcard hatch_build.py web/*.json web/npm.py web/build.mjs web/src/* web/src/*/*)

help:
	@sed -n '/^#/!q; s/^# \{0,1\}//p' Makefile

demo: .venv/.core
	$(BIN)/counterclaim demo $(if $(filter 0,$(SERVE)),--no-serve)

test: .venv/.dev
	tools/ensure_chromium.sh
	$(BIN)/pytest -n auto

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

format: .venv/.dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

types: .venv/.dev
	$(BIN)/mypy
	$(BIN)/python web/npm.py run check

bench: .venv/.dev
	$(BIN)/python benchmarks/gold.py $(GOLD) $(SCORER)

baseline: .venv/.core
	$(BIN)/python benchmarks/baseline.py

speed: .venv/.core
	$(BIN)/python benchmarks/extraction_speed.py

speed-compiled: build/compiled/.made
	$(BIN)/python benchmarks/extraction_speed.py
	PYTHONPATH=build/compiled/site $(BIN)/python benchmarks/extraction_speed.py

same-compiled: build/compiled/.made
	$(BIN)/python tools/found_claims.py > build/compiled/plain.txt
	PYTHONPATH=build/compiled/site $(BIN)/python tools/found_claims.py --compiled > build/compiled/found.txt
	diff build/compiled/plain.txt build/compiled/found.txt
	@echo "compiled extraction finds the same, on $$(wc -l < build/compiled/plain.txt) lines"

PACKAGED := pyproject.toml hatch_build.py README.md LICENSE src web examples
# A wheel for this machine with extraction as machine code, and the same unpacked. It is made in a copy,
# since hatch-mypyc takes pyproject.toml away while mypyc runs.
build/compiled/.made: .venv/.core $(shell find src/counterclaim -name '*.py' -o -name '*.toml')
	rm -rf build/compiled
	mkdir -p build/compiled/source
	touch build/compiled/begun
	tar -c --exclude node_modules $(PACKAGED) | tar -x -C build/compiled/source
	HATCH_BUILD_HOOK_ENABLE_MYPYC=1 $(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir build/compiled \
	  build/compiled/source
	$(INSTALL) --no-deps --target build/compiled/site build/compiled/*.whl
	mv build/compiled/begun $@

docs: .venv/.dev
	$(BIN)/python tools/make_docs.py

picture: .venv/.core
	tools/ensure_chromium.sh
	$(BIN)/counterclaim demo --no-serve
	$${CHROMIUM:-chromium} --headless --no-sandbox --hide-scrollbars --window-size=1280,1000 \
	  --screenshot=docs/images/overview.png "file://$(CURDIR)/demo/site/index.html"

COMPILE = $(BIN)/uv pip compile pyproject.toml --quiet --upgrade --universal --python-version 3.11 \
  --generate-hashes --no-emit-index-url --no-header

lock: .venv/.made
	@test -x $(BIN)/uv || $(INSTALL) uv
	$(COMPILE) --output-file requirements.lock
	$(COMPILE) --group dev --constraints requirements.lock --output-file requirements-dev.lock

clean:
	rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist demo case

# ------------------------------------------------------------------ the environment
# A stamp in .venv for each state, so that nothing is done twice. The locked packages are checked
# by hash; this package's own build may fetch what its build needs.

INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

.venv/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "Counterclaim needs Python 3.11 or newer; $(PYTHON) is older or missing." >&2; \
	  echo "Install one and name it: make PYTHON=python3.12 $(MAKECMDGOALS)" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { \
	  echo "Python's venv module is missing. On Debian and Ubuntu: apt-get install python3-venv" >&2; exit 1; }
	@touch $@

.venv/.core: .venv/.made requirements.lock $(BUILD_INPUTS)
	$(INSTALL) --require-hashes -r requirements.lock
	$(INSTALL) --no-deps --editable .
	@touch $@

.venv/.dev: .venv/.core requirements-dev.lock
	$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
