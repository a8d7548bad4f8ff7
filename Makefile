# run: the dashboard on http://127.0.0.1:$(PORT); test, soak, lint, bench, mutants: the checks; clean: everything made here but data.
# The store is data/store, or the folder named by HCDATA_STORE.
.POSIX:
.PHONY: run test soak bench mutants lint clean

PYTHON ?= python3
PORT ?= 8501
TEST_FLAGS ?= -n auto --dist loadfile
SOAK_SECONDS ?= 600
SOAK_KILLS ?= 100

BIN = .venv/bin
STAMP = .venv/requirements.installed

run: $(STAMP)
	@if [ ! -e "$${HCDATA_STORE:-data/store}/current" ]; then \
		echo "No store yet: writing and loading the synthetic demonstration." >&2 && \
		$(BIN)/python -m hcdata demo data/raw/demo && \
		$(BIN)/python -m hcdata load data/raw/demo; \
	fi
	exec $(BIN)/python -m streamlit run app.py --server.port $(PORT)

test: $(STAMP)
	$(BIN)/python -m pytest $(TEST_FLAGS)

# Ten minutes of random files through reader and cleaner, a hundred kills -9, two commands at once, a full disk (as root).
soak: $(STAMP)
	HCDATA_SOAK_SECONDS=$(SOAK_SECONDS) HCDATA_SOAK_KILLS=$(SOAK_KILLS) \
		$(BIN)/python -m pytest tests/soak tests/loading/test_load_killed.py -n auto --dist load

bench: $(STAMP)
	$(BIN)/python -m bench

# Each rule of bench/mutants.toml broken in turn: its nearest tests are to fail.
mutants: $(STAMP)
	$(BIN)/python -m bench.mutants

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

$(STAMP): requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed, this is " + sys.version.split()[0] + ": make run PYTHON=python3.12")'
	rm -rf .venv
	@echo "Installing the pinned packages into .venv: about a minute and a half, once." >&2
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $(STAMP)

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
