"""What every test stands on: a home of its own, a screen that is not there, a foreign time zone.

Everything here happens before Qt is imported, because Qt reads its surroundings once.
"""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, settings

if TYPE_CHECKING:
    import pytest

# A home that is thrown away: no test may read or write the settings of whoever runs it.
_HOME = Path(tempfile.mkdtemp(prefix="duty-console-test-"))
for _name, _folder in {
    "HOME": "home",
    "XDG_DATA_HOME": "home/data",
    "XDG_CONFIG_HOME": "home/config",
    "XDG_STATE_HOME": "home/state",
    "XDG_CACHE_HOME": "home/cache",
    "XDG_RUNTIME_DIR": "runtime",
}.items():
    _path = _HOME / _folder
    _path.mkdir(mode=0o700, parents=True, exist_ok=True)
    os.environ[_name] = str(_path)

# A test may run at a real desk; its windows shall not jump at the person who works there.
os.environ["QT_QPA_PLATFORM"] = os.environ.get("DUTY_CONSOLE_TEST_PLATFORM", "offscreen")
for _name in ("QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME", "LANGUAGE"):
    os.environ.pop(_name, None)
os.environ["LC_ALL"] = "C.UTF-8"  # Qt complains about a locale that is not UTF-8

# Not the duty room's zone, and one with summer time: a naive time anywhere shows as hours of difference.
os.environ["TZ"] = "America/New_York"
if hasattr(time, "tzset"):
    time.tzset()

# "ci" tries the same examples on every run, so that a red run can be run again; "dev" looks for new ones.
_COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
settings.register_profile("ci", max_examples=60, derandomize=True, database=None, **_COMMON)
settings.register_profile("dev", max_examples=60, database=None, **_COMMON)
settings.register_profile("thorough", max_examples=2000, database=None, **_COMMON)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if os.environ.get("CI") else "dev"))


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the throw-away home."""
    del config
    shutil.rmtree(_HOME, ignore_errors=True)
