"""What is said twice, because two tools read it, must be said alike."""

from __future__ import annotations

import re
import tomllib
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.source import HOUSE

RUN_LOCK = HOUSE / "installers" / "requirements.lock"
TEST_LOCK = HOUSE / "tests" / "requirements.lock"


def _locked(lock: str) -> dict[str, str]:
    found = re.findall(r"^([A-Za-z0-9._-]+)==(\S+)", lock, re.M)
    return {canonicalize_name(name): version for name, version in found}


def _project() -> dict[str, Any]:
    return tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))


def test_locks_hold_what_the_project_asks_for() -> None:
    project = _project()
    locked = _locked(RUN_LOCK.read_text(encoding="utf-8"))
    for line in project["project"]["dependencies"]:
        wanted = Requirement(line)
        assert locked.get(canonicalize_name(wanted.name), "") in wanted.specifier, f"{line}: run `make lock`"
    tested = _locked(TEST_LOCK.read_text(encoding="utf-8"))
    for line in project["dependency-groups"]["dev"]:
        wanted = Requirement(line)
        assert tested.get(canonicalize_name(wanted.name), "") in wanted.specifier, f"{line}: run `make lock`"


def test_tests_run_on_the_versions_that_people_run() -> None:
    run, tested = (_locked(lock.read_text(encoding="utf-8")) for lock in (RUN_LOCK, TEST_LOCK))
    assert run.items() <= tested.items(), "The two locks differ: run `make lock`"


def test_every_locked_package_has_a_hash_and_no_host() -> None:
    for lock in (RUN_LOCK, TEST_LOCK, HOUSE / "installers" / "windows" / "requirements.lock"):
        text = lock.read_text(encoding="utf-8")
        blocks = re.split(r"^(?=[A-Za-z0-9._-]+==)", text, flags=re.M)[1:]
        assert blocks
        assert all("--hash=sha256:" in block for block in blocks), lock
        assert not re.search(r"https?://|--index-url|--find-links|--trusted-host", text), lock


def test_the_deb_asks_for_the_libraries_that_make_run_installs() -> None:
    setup = (HOUSE / "installers" / "linux" / "setup.sh").read_text(encoding="utf-8")
    listed = re.search(r"^qt_packages=\((.*?)^\)", setup, re.M | re.S)
    assert listed, "setup.sh has no list of Qt's system libraries"
    wanted = set(re.sub(r"#.*", "", listed[1]).split())
    control = (HOUSE / "installers" / "linux" / "deb" / "control.in").read_text(encoding="utf-8")
    fields = re.findall(r"^(?:Depends|Recommends): (.*(?:\n .*)*)", control, re.M)
    offered = {entry.split()[0] for field in fields for entry in re.split(r"[,|]\s*", field) if entry.strip()}
    assert wanted <= offered, f"control.in lacks {sorted(wanted - offered)}"
