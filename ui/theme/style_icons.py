"""The few pictures that a Qt stylesheet can only take from files, ready-coloured per theme.

After a change of the tokens `write_style_icons()` writes them again; a test compares.
"""

from __future__ import annotations

from pathlib import Path

from ui.theme.tokens import DARK, LIGHT, Tokens

_RESOURCES = Path(__file__).resolve().parents[2] / "resources" / "icons"
STYLE_ICON_FOLDER = _RESOURCES / "style"

# file name -> (Lucide icon or None for the radio button's dot, token)
_WANTED: dict[str, tuple[str | None, str]] = {
    "chevron-down": ("chevron-down", "muted"),
    "chevron-up": ("chevron-up", "muted"),
    "chevron-left": ("chevron-left", "muted"),
    "chevron-right": ("chevron-right", "muted"),
    "check": ("check", "on_accent"),
    "minus": ("minus", "on_accent"),
    "dot": (None, "on_accent"),
}

_DOT = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24">'
    '<circle cx="12" cy="12" r="5" fill="currentColor" /></svg>\n'
)


def style_icons(tokens: Tokens) -> dict[str, str]:
    """File name to SVG text for one theme."""
    made: dict[str, str] = {}
    for file_name, (icon_name, tone) in _WANTED.items():
        source = _DOT if icon_name is None else (_RESOURCES / f"{icon_name}.svg").read_text(encoding="utf-8")
        if tone == "on_accent":
            source = source.replace('stroke-width="2"', 'stroke-width="3"')
        made[f"{file_name}.svg"] = source.replace("currentColor", getattr(tokens, tone))
    return made


def write_style_icons() -> None:
    """Write both themes' files."""
    for tokens in (LIGHT, DARK):
        folder = STYLE_ICON_FOLDER / tokens.name
        folder.mkdir(parents=True, exist_ok=True)
        for file_name, text in style_icons(tokens).items():
            (folder / file_name).write_text(text, encoding="utf-8")
