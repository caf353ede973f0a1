"""Amounts as officers say them: 12万, 1.5亿, 9999元; a bare number counts 万元, as the form's unit says. Pure."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

_AMOUNT = re.compile(r"(?P<number>\d{1,13}(?:\.\d{1,6})?)(?P<unit>亿|万|千|百)?(?P<yuan>元)?")
_SIZES = {"亿": 100_000_000, "万": 10_000, "千": 1_000, "百": 100}


def yuan_of(text: str) -> int | None:
    """Return whole yuan, None for an empty text. Raises ValueError for anything that is no amount."""
    plain = "".join(unicodedata.normalize("NFKC", text).replace(",", "").replace("，", "").replace("圆", "元").split())
    if not plain:
        return None
    found = _AMOUNT.fullmatch(plain)
    if found is None:
        raise ValueError(f"not an amount: {text!r}")
    size = _SIZES[found["unit"]] if found["unit"] else 1 if found["yuan"] else _SIZES["万"]
    yuan = Decimal(found["number"]) * size
    if yuan != yuan.to_integral_value():
        raise ValueError(f"less than one yuan: {text!r}")
    return int(yuan)
