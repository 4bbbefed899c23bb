#!/bin/sh
# Writes the four locks anew, for Python 3.11 and newer on Linux, macOS and Windows. Needs uv. Options are passed on:
# `packaging/relock.sh --upgrade` raises every version, `--upgrade-package NAME` one.
set -eu
cd "$(dirname "$0")/.."
export UV_CUSTOM_COMPILE_COMMAND="packaging/relock.sh"
lock() {
    out="packaging/$1.lock"
    shift
    uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --output-file "$out" "$@"
}
lock requirements pyproject.toml --all-extras "$@"  # the setup installs all of Whet
lock requirements-dev --group pyproject.toml:dev --constraints packaging/requirements.lock "$@"
lock requirements-build --group pyproject.toml:build --constraints packaging/requirements.lock \
    --constraints packaging/requirements-dev.lock "$@"
lock requirements-freeze --group pyproject.toml:freeze --constraints packaging/requirements.lock \
    --constraints packaging/requirements-dev.lock "$@"
