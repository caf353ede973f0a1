"""The bundled Noto Sans SC and the type scale.

Measured: Qt maps the files (10 MB each) instead of reading them, so registering all three weights
takes about 5 ms and 2 MB; nothing is deferred and no text ever jumps to another face.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont, QFontDatabase

FAMILY = "Noto Sans SC"
_LOADED = "console_fonts_loaded"
FONT_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "fonts"

TypeRole = Literal[
    "label",
    "label_strong",
    "dense",
    "dense_strong",
    "base",
    "strong",
    "value",
    "card",
    "page",
    "figure_small",
    "figure",
    "leader",
    "leader_number",
]

_REGULAR, _SEMIBOLD, _BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold, QFont.Weight.Bold

# look.md, "Measures": size in px at 100 % and weight
TYPE_SCALE: dict[TypeRole, tuple[int, QFont.Weight]] = {
    "label": (12, _REGULAR),
    "label_strong": (12, _SEMIBOLD),
    "dense": (13, _REGULAR),
    "dense_strong": (13, _SEMIBOLD),
    "base": (14, _REGULAR),
    "strong": (14, _SEMIBOLD),
    "value": (16, _REGULAR),
    "card": (16, _SEMIBOLD),
    "page": (20, _BOLD),
    "figure_small": (24, _SEMIBOLD),
    "figure": (30, _SEMIBOLD),
    "leader": (28, _BOLD),
    "leader_number": (32, _BOLD),
}


def load_fonts() -> bool:
    """Register the bundled weights; False if a file is missing, then Qt falls back to the system's Chinese face."""
    app = QCoreApplication.instance()
    if app is None or app.property(_LOADED):  # asking for the families would read every font of the system
        return app is not None
    ids = [
        QFontDatabase.addApplicationFont(str(FONT_FOLDER / f"NotoSansSC-{weight}.ttf"))
        for weight in ("Regular", "SemiBold", "Bold")
    ]
    app.setProperty(_LOADED, all(number != -1 for number in ids))
    return bool(app.property(_LOADED))


def make_font(pixel_size: int, weight: QFont.Weight = _REGULAR) -> QFont:
    """The console's face in a size of device-independent pixels."""
    font = QFont(FAMILY)
    font.setFamilies([FAMILY, "Noto Sans CJK SC", "Microsoft YaHei", "sans-serif"])
    font.setPixelSize(pixel_size)
    font.setWeight(weight)
    return font
