# make html LANG=fr   -- see "make help" for the rest.
#
# LANG counts only when it is given on the command line; the environment's LANG is the shell's
# locale, never the manual's language.

MANUAL_LANG :=
ifneq ($(filter command,$(origin LANG)),)
  MANUAL_LANG := $(LANG)
endif
# A sub-make and every child process get a locale of our choosing instead.
MAKEOVERRIDES :=
unexport LANG
unexport LANGUAGE
export LC_ALL := C.UTF-8
export PYTHONUTF8 := 1

PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/halo-docs
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp

.DEFAULT_GOAL := help
.PHONY: help html pdf all booklet live check new-language weblate gettext update-po stats schema figures preview open-inputs rules rendered-faults mutations test lint verify verify-all doctor clean

help: ## show this help
	@echo "Usage: make GOAL [LANG=fr]  (LANG takes one language or several: LANG=\"en fr\")"
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

html: $(RUNTIME) ## build the HTML pages: build/html/<lang>/index.html
	@$(RUN) html $(MANUAL_LANG)

pdf: $(RUNTIME) ## build the PDF: build/pdf/…-<lang>.pdf (PAPER=A4: …-<lang>-a4.pdf)
	@$(RUN) pdf $(MANUAL_LANG) $(PAPER:%=--paper %)

all: $(RUNTIME) ## build HTML and PDF of every language
	@$(RUN) all $(MANUAL_LANG) $(PAPER:%=--paper %)

booklet: $(RUNTIME) ## bind several languages into one PDF: LANGS="fr de nl"
	@$(RUN) booklet $(or $(LANGS),$(MANUAL_LANG)) $(PAPER:%=--paper %)

live: $(RUNTIME) ## show one language in the browser, built anew on each save
	@$(RUN) live $(MANUAL_LANG)

check: $(RUNTIME) ## check data and catalogs
	@$(RUN) check $(MANUAL_LANG)

new-language: $(RUNTIME) ## begin a language: LANG=pl makes its entry, catalogs, word lists and first pages
	@$(RUN) new-language $(MANUAL_LANG)

weblate: $(RUNTIME) ## write the components of a Weblate project: docs/project/weblate.json
	@$(RUN) weblate

gettext: $(RUNTIME) ## write the message templates: build/gettext
	@$(RUN) gettext

update-po: $(RUNTIME) ## bring the catalogs up to the manual; print what is left
	@$(RUN) update-po $(MANUAL_LANG)

stats: $(RUNTIME) ## print how far the translations are
	@$(RUN) stats $(MANUAL_LANG)

schema: $(RUNTIME) ## write the JSON Schemas for editors: docs/schema
	@$(RUN) schema

figures: $(RUNTIME) ## show every figure of a language: build/figures/<lang>/index.html
	@$(RUN) figures $(MANUAL_LANG)

preview: $(RUNTIME) ## show every message of a language in its place: build/preview/<lang>/index.html
	@$(RUN) preview $(MANUAL_LANG)

open-inputs: $(RUNTIME) ## write the page of open inputs: docs/project/open-inputs.md
	@$(RUN) open-inputs

rules: $(RUNTIME) ## write the page of rules: docs/project/rules.md
	@$(RUN) rules

rendered-faults: $(DEV) ## measure what verify finds of faults in finished outputs: docs/project/proof-faults.md
	@$(RUN) all fr de
	@$(VENV)/bin/python -m benchmarks.rendered fr de

mutations: $(DEV) ## measure what the checks find of injected faults: docs/project/mutations.md
	@$(VENV)/bin/python -m benchmarks.mutations

test: $(DEV) ## run every test
	@$(VENV)/bin/pytest -n 2 --dist worksteal -q

lint: $(DEV) ## check style and types of the engine
	@$(VENV)/bin/ruff check --quiet .
	@$(VENV)/bin/ruff format --check --quiet .
	@$(VENV)/bin/mypy

verify: $(DEV) ## build HTML and PDF and prove them against the data: LANG=fr, or every language
	@$(RUN) verify $(MANUAL_LANG)

verify-all: $(DEV) ## prove every output, each PDF alone too, and have veraPDF judge it: PDF/UA-1 and PDF/A-3a
	@$(RUN) verify
	@$(RUN) verify-pdf build/pdf/*.pdf
	@$(VENV)/bin/python -m tests.facts_in_outputs
	@$(VENV)/bin/python -m tests.conformance build/pdf/*.pdf

doctor: ## tell what is missing on this machine, and the line to type
	@$(or $(wildcard $(VENV)/bin/python),$(PYTHON)) -m halo_docs.doctor

clean: ## delete build/
	@rm -rf build

$(RUNTIME): requirements/runtime.txt pyproject.toml requirements/setup
	@PYTHON="$(PYTHON)" sh requirements/setup runtime $(VENV)

$(DEV): requirements/dev.txt pyproject.toml requirements/setup
	@PYTHON="$(PYTHON)" sh requirements/setup dev $(VENV)
