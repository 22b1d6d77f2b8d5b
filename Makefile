# Needs: make, git, a Python >= 3.11 with venv, and package registries (Python; npm for the docs). Every target sets itself
# up. The pages are tried where there is a browser (chromium).
.DEFAULT_GOAL := all
SHELL := /bin/sh
.DELETE_ON_ERROR:
.NOTPARALLEL:
.SUFFIXES:

VENV ?= .venv
# More for pytest; `make test PYTEST_ARGS="-n 0 -x"` runs in one process and stops at the first failure.
PYTEST_ARGS ?= -n 2
# A folder with pages of the vendor, if you have one: passages are then checked against the text they come from.
SOURCES ?= $(wildcard ../shared/sources)

export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := $(VENV)/bin
PYTEST := $(if $(SOURCES),DOD_SOURCES="$(abspath $(SOURCES))") $(BIN)/pytest $(PYTEST_ARGS)
PIP_INSTALL := $(BIN)/python -m pip install --quiet
LOCKED := $(PIP_INSTALL) --require-hashes --requirement
# Looked for only in a recipe that needs it. A candidate must RUN: a name on PATH may belong to a Python that is not there.
FIND_PYTHON = $(if $(PYTHON),$(PYTHON),$(shell for p in python3.13 python3.12 python3.11 python3 python; do \
	$$p -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 \
	&& { echo $$p; break; }; done))

# $(call check,heading,command): says what is checked, and how long it took.
define check
@printf '\n== %s\n' '$(1)'; started=$$(date +%s); $(2); printf -- '-- %s: %s s\n' '$(1)' $$(($$(date +%s) - started))
endef
# A recipe line stops at the first command that fails.
.SHELLFLAGS := -ec

STAMP := $(VENV)/.done
$(STAMP): requirements-dev.txt pyproject.toml hatch_build.py
	@echo "== set up $(VENV)"
	@$(BIN)/python -m pip --version >/dev/null 2>&1 || { \
		python="$(FIND_PYTHON)"; \
		test -n "$$python" || { echo "Python >= 3.11 with venv is needed (or: make PYTHON=...)" >&2; exit 1; }; \
		rm -rf $(VENV); "$$python" -m venv $(VENV); }
	@$(LOCKED) requirements-dev.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# What only some targets need is installed on top.
$(VENV)/.bench $(VENV)/.mutants $(VENV)/.zensical: $(VENV)/.%: requirements-%.txt $(STAMP)
	@$(LOCKED) $<
	@touch $@

# The adapter in JavaScript wants a Node; where the machine has none that runs, one comes from the package registry.
$(VENV)/.node: requirements-node.txt $(STAMP)
	@node -e 'process.exit(parseInt(process.versions.node) < 20 ? 1 : 0)' >/dev/null 2>&1 \
		&& npm --version >/dev/null 2>&1 && npx --version >/dev/null 2>&1 || $(LOCKED) $<
	@touch $@

WITH_NODE = $(abspath $(BIN)):$(PATH)

# The vectors of the kit are recorded from the features, and made of the model beside them.
DATA := src/dod_model/kit/data
# Folders, too: they change when a file is gone. (`features` alone would be the target of that name.)
SPEC := environment.py $(shell find features/. steps/. src/dod_model -name __pycache__ -prune -o -path $(DATA) -prune \
	-o \( -type d -o -name '*.py' -o -name '*.feature' -o -name '*.toml' \) -print)
$(DATA)/relations.json: $(STAMP) $(SPEC)
	@$(BIN)/dod kit record $(DATA)
	@touch $@

.PHONY: all setup which-python test quick lint types imports features steps unit kit pages docs zensical web bench mutants lock build clean help
all: $(DATA)/relations.json  ## set up, then run the features (the default)
	@$(BIN)/behave

kit: $(DATA)/relations.json  ## record the vectors of the test-kit from the features

setup: $(STAMP)  ## set up only

which-python:
	@echo "$(FIND_PYTHON)"

test: lint types web imports features steps docs zensical unit  ## everything that CI checks, up to the first failure

quick: $(DATA)/relations.json  ## the fast tests
	@$(PYTEST) -q -m "not slow"

lint: $(STAMP)  ## ruff: rules and format
	$(call check,ruff check,$(BIN)/ruff check --quiet)
	$(call check,ruff format,$(BIN)/ruff format --check --quiet)

types: $(STAMP)  ## mypy, strict
	$(call check,mypy,$(BIN)/mypy)

imports: $(STAMP)  ## imports go one way
	$(call check,import-linter,$(BIN)/lint-imports --no-cache --no-logo)

features: $(STAMP)  ## the features, against the model
	$(call check,behave,$(BIN)/behave --junit)

# behave is content with a step that no scenario uses.
steps: $(STAMP)  ## every step is defined and used
	$(call check,steps,mkdir -p build; \
		$(BIN)/behave --dry-run --no-summary -f steps.usage -o build/steps-usage.txt >/dev/null || { \
			cat build/steps-usage.txt; exit 1; }; \
		if grep -A 1000 -E '^(UNUSED|UNDEFINED)' build/steps-usage.txt; then exit 1; fi)

unit: $(DATA)/relations.json $(VENV)/.node  ## pytest
	$(call check,pytest,$(PYTEST) -q)

# The side of the docs that runs in a browser is bundled by Node, and takes its packages by the hashes of the lock.
MODULES := web/node_modules/.done
$(MODULES): web/package.json web/package-lock.json web/.npmrc $(VENV)/.node
	@PATH="$(WITH_NODE)" npm --prefix web ci --no-audit --no-fund --loglevel=error
	@touch $@

# pydantic's compiled part for the interpreter of the pages: the version of the lock, held to the hashes there.
WHEEL := build/wheel/.done
$(WHEEL): requirements-dev.txt $(STAMP)
	@rm -rf $(@D); mkdir -p $(@D)
	@awk '/^pydantic-core==/ { on = 1 } on { print } on && !/\\$$/ { exit }' requirements-dev.txt > $(@D)/requirements.txt
	@$(BIN)/python -m pip download --quiet --no-deps --only-binary=:all: --require-hashes --dest $(@D) \
		--platform pyemscripten_2026_0_wasm32 --python-version 3.14 --implementation cp --abi cp314 \
		--requirement $(@D)/requirements.txt
	@touch $@

RUNTIME := build/runtime/.done
$(RUNTIME): $(MODULES) $(WHEEL) web/compile.mjs web/compile.py $(SPEC)
	@$(BIN)/python -m dod_model.publish runtime $(@D) --interpreter web/node_modules/pyodide --wheel $(dir $(WHEEL))*.whl
	@cd web && PATH="$(WITH_NODE)" node compile.mjs ../$(@D)
	@touch $@

# Results of a run that did not come to its end are none: the pages must not show those of an older one.
build/results.json: $(STAMP) $(SPEC)
	@rm -f $@
	@$(BIN)/behave -D results=$@ >build/behave.txt 2>&1 || { \
		test -f $@ && echo "the features do not pass; the docs tell which" >&2; } || { cat build/behave.txt >&2; exit 1; }

pages: $(DATA)/relations.json $(RUNTIME) build/results.json
	$(call check,pages,$(BIN)/python -m dod_model.publish pages build/docs --results build/results.json; \
		cd web; PATH="$(WITH_NODE)" node build.mjs ../build/docs/assets/app; cd ..; \
		cp -R build/runtime build/docs/assets/runtime)

# Not --quiet: warnings are then not counted, and --strict lets them pass.
docs: pages  ## build the docs into build/site
	$(call check,mkdocs,$(BIN)/mkdocs build --strict; $(BIN)/python -m dod_model.publish seal build/site)

# The theme's announced successor reads the same mkdocs.yml, in which only the folder of the result is another.
zensical: $(VENV)/.zensical docs  ## build the same pages with Zensical into build/site-zensical
	$(call check,zensical,trap 'rm -rf .zensical.yml .cache' EXIT; \
		sed 's#^site_dir: .*#site_dir: build/site-zensical#' mkdocs.yml > .zensical.yml; \
		$(BIN)/zensical build --clean --strict -f .zensical.yml; \
		$(BIN)/python -m dod_model.publish seal build/site-zensical)

web: $(MODULES)  ## types of the side that runs in a browser
	$(call check,tsc,cd web; PATH="$(WITH_NODE)" npx --no-install tsc --project jsconfig.json)

bench: $(VENV)/.bench docs  ## measure; not part of `make test`
	@$(BIN)/python -m bench

mutants: $(VENV)/.mutants  ## mutation tests; long, not part of `make test`
	@$(BIN)/python -m mutants

UV := build/uv/bin/uv
$(UV): | $(STAMP)
	@$(BIN)/python -m venv build/uv
	@build/uv/bin/python -m pip install --quiet uv

# bench, mutants and node are installed on top of dev, so they take its versions.
COMPILE = UV_SYSTEM_CERTS=1 $(UV) pip compile pyproject.toml --quiet --universal --generate-hashes --upgrade \
	--no-header --no-annotate --no-emit-index-url
lock: $(UV)  ## refresh the locked requirements: names, versions and hashes, no address
	@$(COMPILE) --group dev -o requirements-dev.txt
	@sed 's/ *--hash=[^ ]*//; s/ *\\$$//; /^ *$$/d' requirements-dev.txt > build/dev-versions.txt
	@$(COMPILE) --group bench -c build/dev-versions.txt -o requirements-bench.txt
	@$(COMPILE) --group mutants -c build/dev-versions.txt -o requirements-mutants.txt
	@$(COMPILE) --group node -c build/dev-versions.txt -o requirements-node.txt
	@$(COMPILE) --group zensical -c build/dev-versions.txt -o requirements-zensical.txt
	@if grep -n '://' requirements-*.txt; then echo 'a lock file names an address' >&2; exit 1; fi

build: $(STAMP)  ## the wheel and the source archive, into build/dist
	@$(BIN)/python -m hatchling build --directory build/dist

clean:  ## remove everything that make made
	rm -rf build web/node_modules $(DATA) $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis \
		.import_linter_cache .cache .zensical.yml

help:  ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-12s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
