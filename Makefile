# Two words do all set-up: `make run` and `make test`. Everything lives in .venv and data/.
PYTHON ?= python3
BIN := .venv/bin
READY := .venv/.ready
PORT ?= 8000
PYTEST := $(BIN)/python -m pytest -q

.PHONY: run test test-all check format train lock walk clean

run: $(READY)
	@$(BIN)/moderation serve --demo --port $(PORT)

test: check
	@$(PYTEST) -m "not postgres and not browser and not server and not long"

test-all: check
	@$(PYTEST)

check: $(READY)
	@$(BIN)/ruff format --check --quiet . || (echo "run: make format"; exit 1)
	@$(BIN)/ruff check --quiet .
	@$(BIN)/mypy
	@PYTHONPATH=src:. $(BIN)/lint-imports --no-cache

format: $(READY)
	@$(BIN)/ruff format --quiet . && $(BIN)/ruff check --quiet --fix .

train: $(READY)
	@$(BIN)/python -m training.train_all

lock: $(READY)
	@$(BIN)/python -m pip install --quiet uv
	@$(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --all-extras pyproject.toml --output-file requirements.lock
	@! grep -n "://" requirements.lock

$(READY): requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
	  || (echo "Python 3.11, 3.12 or 3.13 is needed; say which with: make PYTHON=/path/to/python"; exit 1)
	@echo "Preparing .venv (once; a minute or two) ..."
	@$(PYTHON) -m venv .venv
	@$(BIN)/python -m pip install --quiet --progress-bar on --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps --editable .
	@touch $@

clean:
	@rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
