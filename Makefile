# One way in. `make` lists the targets.
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || echo python3)
B := .venv/bin/
ARTICLE ?= examples/ru/forum.html
DATA ?= ../shared/data
SCORER ?=

help:   ## this list
	@grep -hE '^[a-z-]+: .*##' $(MAKEFILE_LIST) | sed -E 's/:[^#]*##/\t/'
.venv/ready: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(B)pip install --quiet --disable-pip-version-check --no-deps -r requirements.lock
	$(B)pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@
demo: .venv/ready   ## read an article: make demo [ARTICLE=page.html]
	@$(B)anyq demo $(ARTICLE)
fmt: .venv/ready   ## format and fix what can be fixed
	$(B)ruff format . && $(B)ruff check --fix .
lint: .venv/ready   ## style, types, floors
	$(B)ruff format --check . && $(B)ruff check . && $(B)mypy && $(B)lint-imports
test: lint   ## what must be green before a commit: format, lint, types, floors, then tests
	$(B)pytest -n auto --maxprocesses 4
bench: .venv/ready   ## quality and speed against their floors: make bench [DATA=folder] [SCORER=file]
	$(B)python -m benchmarks --data $(DATA) $(if $(SCORER),--scorer $(SCORER))
train: .venv/ready   ## the taggers of names anew, from the data in ../shared/data; minutes
	$(B)python -m training
proof: .venv/ready   ## what takes minutes: faults, growth, the wheel in an empty environment
	$(B)pytest -m "" tests proof
.PHONY: help demo fmt lint test bench train proof
