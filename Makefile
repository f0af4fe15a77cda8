# make demo: install everything into .venv and start the hub with the demonstration network.
# make help: the other targets.

SHELL := /bin/sh
PYTHON ?= python3
VENV := .venv
STAMPS := $(VENV)/.stamps
PIP := $(VENV)/bin/python -m pip --disable-pip-version-check --quiet
PORT ?=
SOAK_SECONDS ?= 1800
# Node builds the page assets: from the path when it is new enough, else from PyPI.
NODE_IS_THERE := $(shell node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' 2>/dev/null && command -v npm)
LIBRARIES := requirements/$(if $(NODE_IS_THERE),base,assets).txt
FAST := not graph and not race and not browser and not process
SLOW := graph or race or browser or process

.DEFAULT_GOAL := help
.PHONY: help install demo test check soak lock system-packages
.DELETE_ON_ERROR:

help: ## Show this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed 's/:.*##/:/' | while IFS=: read -r name text; do \
		printf '  make %-16s%s\n' "$$name" "$$text"; done

install: $(STAMPS)/base ## Install the hub and its libraries into .venv and build the page assets
	@$(VENV)/bin/python -m hub.assets.build

demo: install ## Install, then start the hub with the demonstration network (PORT=8001 for another port)
	@$(VENV)/bin/hub demo $(if $(PORT),--port $(PORT))

test: install $(STAMPS)/test system-packages check ## Install what the tests need and run every check and test
	@echo "Fetching the Neo4j server for the tests."
	@$(VENV)/bin/python -m tests.servers.neo4j_jars
	$(VENV)/bin/python -m pytest -m "$(FAST)"
	$(VENV)/bin/python -m pytest -m "$(SLOW)" --durations=10

check: $(STAMPS)/test ## Run ruff, pyright and the import rules only
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/pyright
	$(VENV)/bin/lint-imports

soak: install $(STAMPS)/test ## Kill the parts of a running hub in turn under traffic (SOAK_SECONDS=1800) and check what it acknowledged
	@$(VENV)/bin/python -m tests.faults.soak --seconds $(SOAK_SECONDS)

lock: $(STAMPS)/test ## Pin the libraries anew from pyproject.toml into requirements/*.txt
	@requirements/lock $(VENV)/bin/pip-compile

system-packages:
	@requirements/system-packages

$(VENV)/bin/python:
	@command -v $(PYTHON) >/dev/null || { \
		echo "Python 3.11 or newer is needed and $(PYTHON) was not found: install it, or name one with" \
		"make PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Python 3.11 or newer is needed and $(PYTHON) is $$($(PYTHON) -V 2>&1): install a newer one, or name" \
		"one with make PYTHON=/path/to/python3." >&2; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
		echo "The venv module of $(PYTHON) is missing: install it (on Debian: apt-get install python3-venv)." >&2; \
		exit 1; }
	@$(PYTHON) -c 'import platform, sys; sys.exit(sys.version_info >= (3, 13) or platform.machine() != "x86_64")' \
		|| command -v cc >/dev/null || { \
		echo "For $$($(PYTHON) -V 2>&1) on this machine Redis is compiled while installing, and there is no C" \
		"compiler: install one (on Debian: apt-get install gcc libc6-dev)." >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)

$(STAMPS)/base: $(VENV)/bin/python $(LIBRARIES) pyproject.toml
	@echo "Installing the libraries into $(VENV); the first time takes a minute or two."
	@$(PIP) install --require-hashes -r $(LIBRARIES)
	@$(PIP) install --no-deps --no-build-isolation -e .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/test: $(STAMPS)/base requirements/test.txt
	@echo "Installing the libraries of the tests."
	@$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@
