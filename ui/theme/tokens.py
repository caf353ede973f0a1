"""The colours of the console as named tokens, one set for light and one for dark (look.md, "Colour and type").

A token names a meaning, never a hue: widgets ask for `muted` or `severe`, so both themes stay
complete and the contrast of every pair in use can be computed by a test.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

_RGB = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours as `#RRGGBB`; the field name is the token's name."""

    name: str
    # surfaces, from the back to the front
    window: str
    surface: str
    raised: str
    # lines: around panels, between rows, around inputs (at least 3:1 against the surface)
    line: str
    hairline: str
    control: str
    text: str
    muted: str
    accent: str
    on_accent: str
    # the four colours that mean only one thing each: grades Ⅰ–Ⅳ and how pressing a limit is
    extreme: str
    severe: str
    major: str
    ordinary: str
    good: str
    tint_red: str
    tint_amber: str
    tint_accent: str
    # interaction
    hover: str
    pressed: str
    accent_hover: str
    danger_hover: str
    disabled: str
    header: str
    # roster day types; outside the four meaning colours, always with a word beside
    day_statutory: str
    day_holiday: str
    day_makeup: str
    day_weekend: str
    day_statutory_word: str
    day_makeup_word: str


LIGHT = Tokens(
    name="light",
    window="#F3F5F8",
    surface="#FFFFFF",
    raised="#FFFFFF",
    line="#D5DCE5",
    hairline="#E6EBF1",
    control="#8593A2",
    text="#17212B",
    muted="#5A6978",
    accent="#1F5FBF",
    on_accent="#FFFFFF",
    extreme="#C62828",
    severe="#B04E00",
    major="#806200",
    ordinary="#1F5FBF",
    good="#1E7B45",
    tint_red="#FAEEEE",
    tint_amber="#F9F1EB",
    tint_accent="#EDF2FA",
    hover="#F1F4F8",
    pressed="#E4E9F0",
    accent_hover="#1A52A6",
    danger_hover="#AD2121",
    disabled="#9AA6B2",
    header="#F7F9FB",
    day_statutory="#E9E6F7",
    day_holiday="#F4F2FB",
    day_makeup="#DDF0F1",
    day_weekend="#EEF2F6",
    day_statutory_word="#4B3A9E",
    day_makeup_word="#0B5F66",
)

DARK = Tokens(
    name="dark",
    window="#11161D",
    surface="#182029",
    raised="#1F2933",
    line="#2C3947",
    hairline="#242F3B",
    control="#607183",
    text="#E6ECF2",
    muted="#93A3B3",
    accent="#5B9BF0",
    on_accent="#0B1420",
    extreme="#FF6B61",
    severe="#FF9F43",
    major="#F2C94C",
    ordinary="#6FB1FF",
    good="#58C98B",
    tint_red="#332A30",
    tint_amber="#342F2C",
    tint_accent="#202F42",
    hover="#222D38",
    pressed="#2A3744",
    accent_hover="#7BB0F6",
    danger_hover="#FF8880",
    disabled="#5C6A78",
    header="#1B242E",
    day_statutory="#2C2845",
    day_holiday="#232338",
    day_makeup="#17353A",
    day_weekend="#1D2833",
    day_statutory_word="#BDB2F7",
    day_makeup_word="#74D2D8",
)

TOKEN_NAMES = frozenset(field.name for field in fields(Tokens)) - {"name"}

GRADE_TOKENS = ("extreme", "severe", "major", "ordinary")


def rgb(colour: str) -> _RGB:
    """`#RRGGBB` as three integers 0–255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def luminance(colour: str) -> float:
    """Relative luminance, WCAG 2.2 definition."""

    def channel(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (channel(value) for value in rgb(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1.0 to 21.0 (WCAG 2.2)."""
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """`one` with `share` (0–1) of `other` mixed in."""
    parts = (round(a + (b - a) * share) for a, b in zip(rgb(one), rgb(other), strict=True))
    return "#{:02X}{:02X}{:02X}".format(*parts)
