"""A kill at any moment loses nothing that was acknowledged."""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.cli.command import HOUSE

if TYPE_CHECKING:
    from pathlib import Path

ROUNDS = 110


@pytest.mark.faults
@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="forks its writers")
def test_two_hundred_kills_lose_nothing(tmp_path: Path) -> None:
    seed = random.randrange(10**6)
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", str(tmp_path), str(ROUNDS), str(seed)],
        cwd=HOUSE,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert found["problems"] == [], seed
    assert found["kills"] >= 200
    assert found["acknowledged"] > found["kills"] // 2, "the writers hardly wrote"
