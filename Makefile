# The two commands of the README: `make demo` and `make test`. The rest is for working on the project.

SERVE ?= 1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
# The first Python that is new enough, or nothing.
PYTHON ?= $(shell for python in python3.11 python3.12 python3.13 python3; do \
	"$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$python; break; }; done)
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet

.PHONY: demo test lint types messages openapi lock clean

demo: $(VENV)/installed-run
	@$(BIN)/python manage.py demo --port "$(PORT)" $(if $(filter 0,$(SERVE)),--no-serve)

test: $(VENV)/installed-dev
	@$(BIN)/python -m pytest -n auto $(PYTEST)

lint: $(VENV)/installed-dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	CROSSCHECK_ENV=test $(BIN)/lint-imports
	CROSSCHECK_ENV=test $(BIN)/mypy .

# The words of the public site, for translators: collects them into each language's django.po and compiles it. Needs GNU
# gettext. `make messages LANGUAGE=de` begins a new language.
messages: $(VENV)/installed-dev
	CROSSCHECK_ENV=test $(BIN)/python manage.py makemessages $(if $(LANGUAGE),--locale $(LANGUAGE),--all) --ignore .venv \
		--no-obsolete --no-wrap --add-location file --verbosity 0
	CROSSCHECK_ENV=test $(BIN)/python manage.py compilemessages --ignore .venv --verbosity 0

# What the API says of itself, kept so that a change of it shows; a test compares.
openapi: $(VENV)/installed-dev
	CROSSCHECK_ENV=test $(BIN)/python manage.py spectacular --validate --fail-on-warn --file claims/api/openapi.yaml

# The locks hold hashes and no download address, so they can be used with any index.
lock: $(VENV)/installed-dev
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml --output-file requirements.txt
	$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header \
		pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf $(VENV)

# Debian splits `venv` off from Python; where it is missing, virtualenv does the same from a folder of its own.
$(VENV)/bin/python:
	@if [ -z "$(PYTHON)" ]; then \
		echo "Crosscheck needs Python 3.11 or newer: install it, or name it with make PYTHON=/path/to/python3.11." >&2; exit 1; fi
	@echo "Setting up the virtual environment…"
	@"$(PYTHON)" -m venv $(VENV) >/dev/null 2>&1 || { \
		rm -rf $(VENV) && \
		"$(PYTHON)" -m pip --disable-pip-version-check --quiet install --target $(VENV)-bootstrap virtualenv && \
		PYTHONPATH=$(VENV)-bootstrap "$(PYTHON)" -m virtualenv --quiet $(VENV) && \
		rm -rf $(VENV)-bootstrap; }

$(VENV)/installed-run: requirements.txt | $(VENV)/bin/python
	@echo "Installing the pinned dependencies (about a minute the first time)…"
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements-dev.txt $(VENV)/installed-run
	@echo "Installing the tools for tests and checks…"
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@
