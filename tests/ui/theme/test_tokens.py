"""WCAG 2.2 AA: 4.5:1 for words, 3:1 for what shows where an input is. Computed for every pair in use."""

from __future__ import annotations

import re

import pytest

from ui.theme.style_icons import STYLE_ICON_FOLDER, style_icons
from ui.theme.stylesheet import stylesheet
from ui.theme.tokens import DARK, LIGHT, Tokens, contrast

_WORDS = [
    (word, ground)
    for ground in ("window", "surface", "raised", "hover", "header", "tint_accent")
    for word in ("text", "muted", "accent")
]
_WORDS += [
    (word, ground)
    for ground in ("window", "surface", "hover")
    for word in ("extreme", "severe", "major", "ordinary", "good")
]
_WORDS += [("on_accent", solid) for solid in ("accent", "extreme", "severe", "major", "ordinary", "good")]
_WORDS += [("on_accent", "accent_hover"), ("on_accent", "danger_hover"), ("surface", "text")]
_WORDS += [(word, "tint_red") for word in ("text", "muted", "extreme")]
_WORDS += [(word, "tint_amber") for word in ("text", "muted", "severe")]
_WORDS += [
    (word, day) for day in ("day_statutory", "day_holiday", "day_makeup", "day_weekend") for word in ("text", "muted")
]
_WORDS += [
    ("day_statutory_word", "day_statutory"),
    ("day_statutory_word", "day_holiday"),
    ("day_makeup_word", "day_makeup"),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(("word", "ground"), _WORDS)
def test_words_can_be_read(tokens: Tokens, word: str, ground: str) -> None:
    assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
@pytest.mark.parametrize(
    ("mark", "ground"), [("control", "surface"), ("accent", "surface"), ("accent", "window"), ("extreme", "surface")]
)
def test_edges_of_controls_can_be_seen(tokens: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(tokens, mark), getattr(tokens, ground)) >= 3.0


def test_contrast_is_that_of_the_standard() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=lambda tokens: tokens.name)
def test_pictures_of_the_stylesheet_are_those_of_the_tokens(tokens: Tokens) -> None:
    for name, text in style_icons(tokens).items():
        assert (STYLE_ICON_FOLDER / tokens.name / name).read_text(encoding="utf-8") == text
    wanted = set(re.findall(r"url\(([^)]+)\)", stylesheet(tokens, round)))
    assert wanted == {
        (STYLE_ICON_FOLDER / tokens.name / name).as_posix()
        for name in style_icons(tokens)
        if name in {url.rsplit("/", 1)[1] for url in wanted}
    }


def test_a_larger_desktop_text_scales_lengths_but_not_hairlines() -> None:
    sheet = stylesheet(LIGHT, lambda size: round(size * 1.5))
    assert "min-height: 45px" in sheet
    assert "border: 1px solid" in sheet
    assert "padding: 0 14px" in sheet
