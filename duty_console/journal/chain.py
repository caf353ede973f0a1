"""How an entry is written down and hashed. Pure: the same bytes on every machine and database.

An entry's hash is SHA-256 over its fields in order, joined by U+001F, among them the payload's digest and the previous
hash. The payload itself is not in the hash: personal data may be redacted later by rule, and the chain stays sound.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from enum import Enum
from hashlib import sha256
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

GENESIS = bytes(32)
SEPARATOR = "\x1f"


def canonical(values: Mapping[str, Any]) -> str:
    """Return a row as JSON with sorted keys: moments in UTC to the microsecond, enums by their word."""
    return _ENCODE(values)


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, Enum):
        return str(value.value)
    isoformat = getattr(value, "isoformat", None)
    if isoformat is not None:
        return isoformat()
    if isinstance(value, bytes):
        return value.hex()
    raise TypeError(f"{type(value).__name__} has no canonical form")


# Built once: json.dumps would build it anew for every row.
_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain).encode


def digest_of(payload: str) -> bytes:
    """Return the digest of a canonical payload."""
    return sha256(payload.encode()).digest()


# One encoder for all rows: making one for each would cost more than the encoding.
_ENCODE = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain).encode


def hash_of(
    seq: int,
    at: datetime,
    actor: str,
    workstation: str,
    action: str,
    operation: str,
    entity: str,
    entity_id: int,
    digest: bytes,
    previous: bytes,
) -> bytes:
    """Return the hash of one entry."""
    moment = at.isoformat(timespec="microseconds")
    line = SEPARATOR.join(
        (
            str(seq),
            moment,
            actor,
            workstation,
            action,
            operation,
            entity,
            str(entity_id),
            digest.hex(),
            previous.hex(),
        )
    )
    return sha256(line.encode()).digest()
