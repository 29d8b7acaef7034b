# Each target installs what it needs into .venv on a machine that has only git, make and python3.
# The newest Python that runs, on the PATH or kept by pyenv.
PYENV = $(wildcard $(HOME)/.pyenv/versions/$(1).*/bin/python$(1))
PYTHON ?= $(shell for p in python3.13 $(call PYENV,3.13) python3.12 $(call PYENV,3.12) python3.11 $(call PYENV,3.11) python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$p; break; }; done)
BIN := .venv/bin
UV := $(BIN)/uv

.PHONY: demo test check bench lock clean
.DELETE_ON_ERROR:

demo: .venv/.base  ## the dossier of the shipped sample pile
	@$(BIN)/secondsource demo -o dossier

test: .venv/.test  ## all tests
	$(BIN)/pytest -n auto

check: .venv/.test  ## style, types, architecture
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: .venv/.bench  ## measure every capability beside a peer; writes docs/measured.md and docs/measured.json
	$(BIN)/python -m bench.all

lock: .venv/.uv  ## renew the hashed locks in requirements/
	for extra in base test bench; do $(BIN)/python -m bench.lock $$extra; done

clean:
	rm -rf .venv dossier

.venv/.uv:
	@test -n "$(PYTHON)" || { echo "secondsource needs Python 3.11 or newer, and none was found on the PATH."; exit 1; }
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'
	touch $@

.venv/.base: .venv/.uv requirements/base.txt pyproject.toml
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/base.txt
	$(UV) pip install --quiet --python $(BIN)/python --no-deps -e .
	touch $@

.venv/.test: .venv/.base requirements/test.txt
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/test.txt
	touch $@

.venv/.bench: .venv/.test requirements/bench.txt
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements/bench.txt
	touch $@
