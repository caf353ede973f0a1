"""The only source of "now".

Everything inside is aware UTC; the duty room's zone is applied when people read. Three clocks run side by
side: the wall clock, which people and time servers set; a steady one, which nobody sets; and one that
stands still while the machine sleeps. Where the first two part, the clock was set; where the last two part, the
machine slept. `JumpWatch` tells which and by how much.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Protocol
from zoneinfo import ZoneInfo

DEFAULT_ZONE = "Asia/Shanghai"


class Clock(Protocol):
    """What tells the time."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        ...

    def steady(self) -> float:
        """Return seconds that nobody can set and that go on during sleep, where the system has such a clock."""
        ...

    def awake(self) -> float:
        """Return seconds that nobody can set and that stand still during sleep, where the system has such a clock."""
        ...


class SystemClock:
    """The machine's clocks."""

    def now(self) -> datetime:
        """Return this moment, aware, in UTC."""
        return datetime.now(UTC)

    def steady(self) -> float:
        """Return the boot clock on Linux; elsewhere the monotonic clock, which goes on during sleep there."""
        if hasattr(time, "CLOCK_BOOTTIME"):
            return time.clock_gettime(time.CLOCK_BOOTTIME)
        return time.monotonic()

    def awake(self) -> float:
        """Return the monotonic clock."""
        return time.monotonic()


class FakeClock:
    """A clock that moves only when told: for tests, the tour and the demonstration data."""

    def __init__(self, at: datetime) -> None:
        self._now = as_utc(at)
        self._steady = 0.0
        self._awake = 0.0

    def now(self) -> datetime:
        """Return the set moment."""
        return self._now

    def steady(self) -> float:
        """Return the seconds that went by, asleep or awake; setting the wall clock does not count."""
        return self._steady

    def awake(self) -> float:
        """Return the seconds that went by awake."""
        return self._awake

    def advance(self, by: timedelta) -> datetime:
        """Let time pass."""
        self._awake += by.total_seconds()
        return self.sleep(by)

    def sleep(self, by: timedelta) -> datetime:
        """Let time pass while the machine sleeps."""
        self._now += by
        self._steady += by.total_seconds()
        return self._now

    def set(self, at: datetime) -> None:
        """Set the wall clock alone, as a person or a time server would."""
        self._now = as_utc(at)


def as_utc(moment: datetime) -> datetime:
    """Return `moment` in UTC. A naive moment is a bug: ValueError."""
    if moment.tzinfo is None:
        raise ValueError(f"naive time {moment.isoformat()}: every moment carries its offset")
    return moment.astimezone(UTC)


def zone_of(name: str) -> ZoneInfo:
    """Return the duty room's zone by its IANA name."""
    return ZoneInfo(name)


class JumpKind(StrEnum):
    """Why the wall clock and the steady clock parted."""

    FORWARD = "forward"
    BACK = "back"
    SLEEP = "sleep"


@dataclass(frozen=True, slots=True)
class ClockJump:
    """Noticed at `noticed_at`: the clock was set by `seconds` (back: negative), or the machine slept so long."""

    kind: JumpKind
    noticed_at: datetime
    seconds: float


class JumpWatch:
    """Compares the clocks at each look. `TOLERANCE` in seconds: what drift and a slow look may cost."""

    TOLERANCE = 2.0

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._last = (clock.now(), clock.steady(), clock.awake())

    def look(self) -> tuple[ClockJump, ...]:
        """Return what happened to the clock since the last look: nothing, a jump, a sleep, or both."""
        wall, steady, awake = self._clock.now(), self._clock.steady(), self._clock.awake()
        old_wall, old_steady, old_awake = self._last
        self._last = (wall, steady, awake)
        passed = steady - old_steady
        asleep = passed - (awake - old_awake)
        drift = (wall - old_wall).total_seconds() - passed
        found: list[ClockJump] = []
        if asleep > self.TOLERANCE:
            found.append(ClockJump(JumpKind.SLEEP, wall, asleep))
        if abs(drift) > self.TOLERANCE:
            found.append(ClockJump(JumpKind.BACK if drift < 0 else JumpKind.FORWARD, wall, drift))
        return tuple(found)


def jump_words(jump: ClockJump) -> str:
    """Return what happened to the clock as a line of the log."""
    seconds = abs(round(jump.seconds))
    hours, minutes = divmod(seconds // 60, 60)
    length = f"{hours}小时{minutes}分{seconds % 60}秒" if hours else f"{minutes}分{seconds % 60}秒"
    if jump.kind is JumpKind.SLEEP:
        return f"本机休眠{length}后恢复，时限按实际时间继续计算"
    return f"系统时钟被{'拨快' if jump.kind is JumpKind.FORWARD else '拨慢'}{length}，时限按现在时间计算"
