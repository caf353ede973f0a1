"""Leave of PySide6 only what Duty Console opens: the rest, such as a browser and 3D, is most of it.

    python trim_qt.py SITE_PACKAGES SOURCE...

What is kept follows from the source: the Qt modules that it imports, the plugins that those load by
themselves, and the libraries that both link to, found with ldd.
"""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

# Plugins are found by folder at run time, so no import tells of them.
PLUGINS = (
    "platforms/libqxcb.so",
    "platforms/libqoffscreen.so",
    "platforms/libqwayland*",
    "platforminputcontexts/libibus*",
    "platforminputcontexts/libcompose*",
    "xcbglintegrations/*",
    "wayland-shell-integration/libxdg-shell.so",
    "wayland-decoration-client/*",
    "wayland-graphics-integration-client/libqt-plugin-wayland-egl.so",
    "imageformats/libqsvg.so",
    "imageformats/libqjpeg.so",
    "imageformats/libqico.so",
    "iconengines/*",
    "printsupport/*",
    "multimedia/*",
)
# Libraries that are opened by name, so that ldd does not tell of them either.
OPENED = ("libQt6FFmpegStub*",)
# PySide6 itself imports these two; QtDBus serves input methods and the desktop's settings.
ALWAYS = {"QtCore", "QtGui", "QtWidgets", "QtDBus", "QtSvg"}
TRANSLATIONS = ("qtbase_zh_CN.qm", "qt_zh_CN.qm", "qtmultimedia_zh_CN.qm")
FILES = ("__init__.py", "_config.py", "_git_pyside_version.py", "py.typed", "support")


def imported_modules(sources: list[Path]) -> set[str]:
    """Return the names of the Qt modules that any file below `sources` imports."""
    found = set(ALWAYS)
    files = [file for source in sources for file in ([source] if source.is_file() else source.rglob("*.py"))]
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names: list[str] = []
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            found |= {name.split(".")[1] for name in names if name.startswith("PySide6.Q")}
    return found


def linked(files: set[Path], within: Path) -> set[Path]:
    """Return the libraries inside `within` that these files link to, through however many steps."""
    command = ["ldd", *map(str, sorted(files))]
    output = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    # A path may hold spaces: what stands between the arrow and the address is all of it.
    paths = {Path(found) for found in re.findall(r" => (/.*) \(0x[0-9a-f]+\)$", output, re.MULTILINE)}
    return {path.resolve() for path in paths if path.resolve().is_relative_to(within)}


def kept_files(qt: Path, sources: list[Path]) -> set[Path]:
    """Return every file below `qt` (the PySide6 package) that the program needs."""
    modules = {qt / f"{name}.abi3.so" for name in imported_modules(sources)}
    missing = sorted(path.name for path in modules if not path.exists())
    if missing:
        sys.exit(f"The program imports Qt modules that are not there: {', '.join(missing)}")
    plugins = {path for pattern in PLUGINS for path in (qt / "Qt" / "plugins").glob(pattern)}
    opened = {path for pattern in OPENED for path in (qt / "Qt" / "lib").glob(pattern)}
    kept = modules | plugins | opened
    kept |= linked(kept, qt)
    kept |= {path for path in qt.iterdir() if path.name.startswith("libpyside6.abi3")}
    for name in FILES:
        kept |= {qt / name} if (qt / name).is_file() else set((qt / name).rglob("*"))
    return kept | {qt / "Qt" / "translations" / name for name in TRANSLATIONS}


def main() -> None:
    """Trim the PySide6 of one site-packages folder in place."""
    packages, sources = Path(sys.argv[1]).resolve(), [Path(each) for each in sys.argv[2:]]
    qt = packages / "PySide6"
    kept = kept_files(qt, sources)
    for path in sorted(qt.rglob("*"), reverse=True):
        if path.is_dir() and not path.is_symlink():
            if not any(path.iterdir()):
                path.rmdir()
        elif path not in kept and path.resolve() not in kept:
            path.unlink()
    for leftover in (*packages.glob("bin"), *packages.glob("share")):
        shutil.rmtree(leftover)


if __name__ == "__main__":
    main()
