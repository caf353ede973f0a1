"""Codes on paper: groups that can be read out over the telephone, and QR patterns."""

from __future__ import annotations

_SEPARATORS = str.maketrans("", "", " -\u2013\u2014")


def grouped(code: str, size: int = 4) -> str:
    """Return a code in capitals in groups of `size`, joined by hyphens; groups already there are made anew."""
    plain = code.translate(_SEPARATORS).upper()
    return "-".join(plain[start : start + size] for start in range(0, len(plain), size))


def qr_pattern(text: str) -> list[list[bool]]:
    """Return the dark squares of a QR code (error level M) without its quiet border."""
    import segno  # only a paper needs it

    return [[bool(dark) for dark in row] for row in segno.make_qr(text, error="m").matrix]
