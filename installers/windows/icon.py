"""Draw the program's icon in the sizes that Windows wants: python icon.py DRAWING.svg OUT.ico"""

from __future__ import annotations

import os
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)


def picture(drawing: QSvgRenderer, size: int) -> Image.Image:
    """Return the drawing in one size."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return Image.open(BytesIO(bytes(buffer.data().data())))


def main() -> None:
    """Write the icon file."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QGuiApplication([])
    drawing, out = QSvgRenderer(sys.argv[1]), Path(sys.argv[2])
    out.parent.mkdir(parents=True, exist_ok=True)
    pictures = [picture(drawing, size) for size in SIZES]
    pictures[-1].save(out, sizes=[(size, size) for size in SIZES], append_images=pictures[:-1])
    application.quit()


if __name__ == "__main__":
    main()
