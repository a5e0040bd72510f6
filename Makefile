VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin

.PHONY: demo test lint lexicon gate floors exhaustive

$(BIN)/arnews:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .

demo: $(BIN)/arnews  ## set up and read the seed article
	$(BIN)/arnews analyze seeds/article.txt

test: $(BIN)/arnews  ## set up and run the tests
	$(BIN)/python -m pip install --quiet --group test
	$(BIN)/python -m pytest

lint: $(BIN)/arnews  ## ruff and mypy --strict
	$(BIN)/python -m pip install --quiet --group lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

lexicon: $(BIN)/arnews  ## compare the committed lexicon with its sources
	$(BIN)/python -m pip install --quiet --group lexicon
	$(BIN)/python lexicon/build.py --check

gate: $(BIN)/arnews  ## compare the scores of today with their floors
	$(BIN)/python benchmarks/gate.py

floors: $(BIN)/arnews  ## raise the floors to the scores of today, and take changed corpora as they are
	$(BIN)/python benchmarks/gate.py --update

exhaustive: $(BIN)/arnews  ## the long versions of the generated tests
	$(BIN)/python -m pip install --quiet --group test
	$(BIN)/python -m pytest -m exhaustive
