# Klartecken's commands. `make` alone lists them.
SHELL = /bin/sh
.DEFAULT_GOAL = help
.DELETE_ON_ERROR:

PORT ?= 8000
BIN = .venv/bin
VENDOR = src/klartecken/web/static/vendor
CATALOGUES = $(wildcard src/klartecken/locale/*/en/LC_MESSAGES/django.po)
# The home folder of `make run`; a relative path would follow whoever changes folder.
RUN_HOME = $(CURDIR)/var

.PHONY: help run demo assets messages check test bench wheel lock clean lint types imports migrations quick

help:  ## Show this list
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*##/\t/' | expand -t 12

run: .venv/run.stamp assets src/klartecken/locale/stamp  ## Start Klartecken with the demonstration firm (PORT=8000)
	@mkdir -p "$(RUN_HOME)"
	@export KLARTECKEN_HOME="$(RUN_HOME)" KLARTECKEN_URL="http://localhost:$(PORT)"; \
	$(BIN)/klartecken demo --if-empty && exec $(BIN)/klartecken serve --host 127.0.0.1 --port $(PORT)

demo: .venv/run.stamp src/klartecken/locale/stamp  ## Throw away ./var and build the demonstration firm anew
	@rm -rf "$(RUN_HOME)"
	@KLARTECKEN_HOME="$(RUN_HOME)" $(BIN)/klartecken demo

assets: $(VENDOR)/stamp  ## Fetch and compile what the browser needs

messages: .venv/dev.stamp  ## Gather texts to translate into the English catalogue, and compile it
	@$(BIN)/python scripts/messages.py update
	@$(BIN)/python scripts/messages.py compile

check: lint types imports migrations quick  ## Everything quick: lint, types, imports, migrations, tests on SQLite

test: check  ## Everything: check, then slow, PostgreSQL and browser tests
	@$(BIN)/python scripts/everything.py

wheel: .venv/run.stamp assets src/klartecken/locale/stamp  ## Build dist/klartecken-*.whl, to install on a server
	@mkdir -p dist && $(BIN)/python -c 'from flit_core import buildapi; print("dist/" + buildapi.build_wheel("dist"))'

bench: .venv/dev.stamp  ## Measure speed and write the tables in docs/
	@for file in $$(grep -l __main__ benchmarks/*.py | grep -v _train); do echo "== $$file"; $(BIN)/python "$$file" || exit 1; done

lint: .venv/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: .venv/dev.stamp
	@$(BIN)/mypy

imports: .venv/dev.stamp
	@$(BIN)/lint-imports

migrations: .venv/dev.stamp
	@DJANGO_SETTINGS_MODULE=tests.settings PYTHONPATH=. $(BIN)/python -m django makemigrations --check --dry-run

quick: .venv/dev.stamp assets src/klartecken/locale/stamp
	@$(BIN)/coverage run -m pytest -q
	@$(BIN)/coverage report

lock: .venv/dev.stamp  ## Renew requirements*.lock and package-lock.json from what pyproject.toml and package.json allow
	@$(BIN)/python scripts/lock.py
	@sh scripts/npm.sh install --package-lock-only --ignore-scripts

clean:  ## Remove everything that can be made again (./var, with the demonstration, stays)
	rm -rf .venv node_modules $(VENDOR) build dist htmlcov .coverage* .mypy_cache .ruff_cache .pytest_cache \
		.hypothesis .import_linter_cache shots
	find src -name '*.mo' -delete -o -path '*/locale/stamp' -delete
	find src tests scripts benchmarks -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/run.stamp: requirements.lock requirements-node.lock pyproject.toml
	@sh scripts/environment.sh requirements.lock
	@touch $@

.venv/dev.stamp: requirements-dev.lock requirements-node.lock pyproject.toml
	@sh scripts/environment.sh requirements-dev.lock
	@touch $@ .venv/run.stamp

$(VENDOR)/stamp: package-lock.json scripts/assets.js $(wildcard src/klartecken/web/styles/*.scss) | .venv/run.stamp
	@sh scripts/npm.sh ci --ignore-scripts --silent
	@sh scripts/npm.sh run --silent assets
	@touch $@

src/klartecken/locale/stamp: $(CATALOGUES) scripts/messages.py | .venv/run.stamp
	@$(BIN)/python scripts/messages.py compile
	@touch $@
