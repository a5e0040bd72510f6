VENV ?= .venv
PYTHON ?= python3
BIN = $(VENV)/bin

.PHONY: demo test doors lint lexicon gate floors sbom reproducible licences exhaustive

$(BIN)/arnews:
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet --editable .

demo: $(BIN)/arnews  ## set up and read the seed article
	$(BIN)/arnews analyze seeds/article.txt

test: $(BIN)/arnews  ## set up and run the tests
	$(BIN)/python -m pip install --quiet --group test
	$(BIN)/python -m pytest

doors: $(BIN)/arnews  ## the tests of every door with all that they need; one that is skipped fails
	$(BIN)/python -m pip install --quiet --group doors
	ARNEWS_EVERY_TEST=1 $(BIN)/python -m pytest tests/doors tests/recognizers tests/lexicon tests/numbers

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

dist/sbom.json: pyproject.toml | $(BIN)/arnews  ## what the base install consists of, as CycloneDX
	$(PYTHON) -m venv --clear dist/installed
	dist/installed/bin/python -m pip install --quiet .
	$(BIN)/python -m pip install --quiet --group release
	$(BIN)/cyclonedx-py environment --pyproject pyproject.toml --mc-type library --output-reproducible --output-file $@ dist/installed/bin/python
	rm -rf dist/installed

sbom: dist/sbom.json

reproducible: $(BIN)/arnews  ## build what is committed twice, elsewhere and at another time, and compare the bytes
	$(BIN)/python -m pip install --quiet --group release
	PYTHON=$(abspath $(BIN))/python bash release/reproducible.sh

licences: $(BIN)/arnews  ## the licences of everything that arnews and its extras bring
	$(BIN)/python -m pip install --quiet --group release ".[web,frames,polars,charts,batch,spark,spacy,camel,transformers,completion,notebook]"
	$(BIN)/python release/licences.py > docs/licences.md
