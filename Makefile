# Duty Console 应急值守台. `make run` opens it; `make help` tells the rest.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

PY := .venv/bin/python
# More for the program or for pytest: make run ARGS="--data /srv/duty", make test ARGS="-k roster"
ARGS :=

.PHONY: help run tour test check lint types contracts translations format bench deb lock clean setup setup-dev

help:
	@echo 'make run     sets everything up and opens the console (with no display: the tour)'
	@echo 'make tour    drives a whole shift through the real windows; pictures and PDFs in build/tour'
	@echo 'make test    sets everything up and runs the tests'
	@echo 'make check   lint, types, import contracts, translations, and the tests'
	@echo 'make format  lays out the source as `make check` wants it'
	@echo 'make bench   one table of ratios, each against a floor measured in the same run'
	@echo 'make deb     builds the Linux package in build/'
	@echo 'make lock    renews both lock files from the lists in pyproject.toml'
	@echo 'make clean   removes what was built; .venv stays'

setup:
	@bash installers/linux/setup.sh run

setup-dev:
	@bash installers/linux/setup.sh dev

run: setup
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then \
	    exec $(PY) app.py $(ARGS); \
	else \
	    echo 'There is no display here, so the tour is run instead: its pictures go to build/tour.'; \
	    QT_QPA_PLATFORM=offscreen exec $(PY) app.py tour build/tour; \
	fi

tour: setup
	@if [ -z "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ]; then export QT_QPA_PLATFORM=offscreen; fi; \
	exec $(PY) app.py tour build/tour $(ARGS)

test: setup-dev
	$(PY) -m pytest -n 2 --dist worksteal $(ARGS)

lint: setup-dev
	$(PY) -m ruff check .
	$(PY) -m ruff format --check --quiet .

format: setup-dev
	$(PY) -m ruff check --fix --quiet --exit-zero .
	$(PY) -m ruff format .

types: setup-dev
	$(PY) -m basedpyright

contracts: setup-dev
	$(PY) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --cache-dir build/cache/imports

translations: setup-dev
	$(PY) -m ui.i18n_tool check

check: lint types contracts translations test

bench: setup-dev
	$(PY) -m tests.bench $(ARGS)

deb: setup
	@bash installers/linux/deb/build.sh

lock:
	@bash installers/lock.sh

clean:
	rm -rf build
