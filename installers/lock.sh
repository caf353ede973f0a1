#!/usr/bin/env bash
# Renews the lock files from pyproject.toml. `make lock` keeps the versions that still fit;
# `UPGRADE=1 make lock` takes the newest that fit. Commit what comes out after `make check`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

python=$(command -v python3.11 || command -v python3)
tools=$(mktemp -d)
trap 'rm -rf "$tools"' EXIT
"$python" -m venv "$tools/venv"
"$tools/venv/bin/python" -m pip install --quiet --disable-pip-version-check 'uv>=0.11,<1'

# Universal: one file serves Linux and Windows, with markers where they differ. The run lock is a part of the dev
# lock, so that tests see exactly the versions that people run.
compile() {
    UV_CUSTOM_COMPILE_COMMAND="make lock" "$tools/venv/bin/uv" pip compile --quiet \
        --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links \
        --no-annotate ${UPGRADE:+--upgrade} "$@"
}
compile pyproject.toml --universal --output-file installers/requirements.lock
compile pyproject.toml --universal --group dev --constraint installers/requirements.lock --output-file tests/requirements.lock
# What only the Windows recipe needs, on top of the run lock.
echo 'pyinstaller >=6.22,<7' | compile - --python-platform windows --constraint installers/requirements.lock \
    --output-file installers/windows/requirements.lock
