"""Unfinished intakes, one file each: what was typed, and the moment of F2 that belongs to it.

A draft is not a record: it stands beside the database so that it can be kept four times a second of typing without
filling the journal, and be there after a kill. Each file is written whole or not at all.
"""

from __future__ import annotations

import json
import re
import threading
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

from duty_console.clock import as_utc
from duty_console.config import write_whole
from duty_console.errors import EnvironmentProblem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

UNWRITABLE = "draft_unwritable"
"""The code of the problem when the disk refuses a draft."""

_NAME = re.compile(r"[0-9A-Za-z_-]{1,64}")
_KNOWN = ("received_at", "revision", "texts")


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in an intake panel. `texts` holds every field as it was typed, finished or not.

    `revision` grows with every change; `unknown` keeps what a newer program wrote, kept on saving here.
    """

    received_at: datetime
    texts: Mapping[str, str] = field(default_factory=dict[str, str])
    revision: int = 0
    unknown: Mapping[str, Any] = field(default_factory=dict[str, Any])

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed yet."""
        return not any(text.strip() for text in self.texts.values())


@dataclass(frozen=True, slots=True)
class StoredDrafts:
    """What was found in the folder: the drafts by the moment of their call, and damaged files under their new names."""

    drafts: tuple[tuple[str, Draft], ...] = ()
    damaged: tuple[Path, ...] = ()


class DraftStore:
    """The drafts of this desk. Safe to call from several threads: an older revision never overwrites a newer one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._lock = threading.Lock()
        self._newest: dict[str, int] = {}
        self._gone: set[str] = set()

    def save(self, draft_id: str, draft: Draft) -> bool:
        """Keep a draft durably; False if a newer one was kept already or the draft was removed.

        Raises EnvironmentProblem `draft_unwritable` when the disk refuses; what was kept before is untouched then.
        """
        path = self._path(draft_id)
        with self._lock:
            if draft_id in self._gone or draft.revision < self._newest.get(draft_id, 0):
                return False
            write_whole(path, _written(draft), UNWRITABLE)
            self._newest[draft_id] = draft.revision
            return True

    def load_all(self) -> StoredDrafts:
        """Read every draft, the earliest call first. A damaged file is set aside as `*.damaged` and named."""
        drafts: list[tuple[str, Draft]] = []
        damaged: list[Path] = []
        with self._lock:
            for path in sorted(self._folder.glob("*.json")):
                draft = _read(path)
                if draft is None or not _NAME.fullmatch(path.stem):
                    damaged.append(_set_aside(path))
                elif path.stem not in self._gone:
                    drafts.append((path.stem, draft))
        drafts.sort(key=lambda found: (found[1].received_at, found[0]))
        return StoredDrafts(tuple(drafts), tuple(damaged))

    def remove(self, draft_id: str) -> None:
        """Forget a draft that was recorded or discarded; a save that is still under way does not bring it back.

        Raises EnvironmentProblem `draft_unwritable` when the disk refuses.
        """
        path = self._path(draft_id)
        with self._lock:
            self._gone.add(draft_id)
            try:
                path.unlink(missing_ok=True)
            except OSError as error:
                raise EnvironmentProblem(UNWRITABLE, path=str(path), reason=error.strerror or "") from error

    def _path(self, draft_id: str) -> Path:
        if not _NAME.fullmatch(draft_id):
            raise ValueError(f"not a draft's name: {draft_id!r}")
        return self._folder / f"{draft_id}.json"


def _written(draft: Draft) -> bytes:
    known = {
        "received_at": as_utc(draft.received_at).isoformat(),
        "revision": draft.revision,
        "texts": dict(draft.texts),
    }
    return json.dumps({**draft.unknown, **known}, ensure_ascii=False, indent=1).encode("utf-8", "surrogatepass")


def _read(path: Path) -> Draft | None:
    """Return what a file holds, None for a damaged one."""
    try:
        found: object = json.loads(path.read_bytes().decode("utf-8", "surrogatepass"))
        if not isinstance(found, dict):
            return None
        content = cast("dict[str, Any]", found)
        texts, revision = content.get("texts", {}), content.get("revision", 0)
        if not isinstance(texts, dict) or not isinstance(revision, int):
            return None
        received_at = as_utc(datetime.fromisoformat(content["received_at"]))
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    typed = {name: text for name, text in cast("dict[str, object]", texts).items() if isinstance(text, str)}
    unknown = {name: value for name, value in content.items() if name not in _KNOWN}
    return Draft(received_at, typed, revision, unknown)


def _set_aside(path: Path) -> Path:
    """Rename a damaged file so that it is neither read again nor lost; where even that fails it stays where it is."""
    aside = path.with_name(path.name + ".damaged")
    number = 1
    while aside.exists():
        number += 1
        aside = path.with_name(f"{path.name}.{number}.damaged")
    try:
        return path.rename(aside)
    except OSError:
        return path
