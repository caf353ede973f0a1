"""Line breaking: the rules as a table, and as properties that hold for any text and any measure."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duty_console.papers.linebreak import NOT_AT_END, NOT_AT_START, SPACES, break_lines, hang, unbreakable_runs


def width(text: str) -> float:
    """Give Han and full-width characters one em, everything else half of one."""
    return sum(1.0 if ord(char) > 0x2000 else 0.5 for char in text)


@pytest.mark.parametrize(
    ("text", "measure", "lines"),
    [
        ("", 5, [""]),
        ("东环路口客车", 6, ["东环路口客车"]),
        ("东环路口客车与货车", 6, ["东环路口客车", "与货车"]),
        # The comma hangs: its ink lies in its left half.
        ("东环路口客，与", 5.5, ["东环路口客，", "与"]),
        # It cannot hang by more than that: the character before goes down with it.
        ("东环路口客，与", 5.4, ["东环路口", "客，与"]),
        ("东环路口（客车）", 5, ["东环路口", "（客车）"]),
        ("东环“路”、《口》", 4, ["东环", "“路”、", "《口》"]),
        ("他说……好", 3, ["他", "说……", "好"]),
        ("到场——迟", 3, ["到", "场——", "迟"]),
        ("死亡3人、重伤12人", 3, ["死亡", "3人、", "重伤", "12人"]),
        ("约3.5万元损失", 4, ["约", "3.5万元", "损失"]),
        ("风力98%以上", 3, ["风力", "98%以", "上"]),
        ("自05:40恢复通行", 3, ["自", "05:40", "恢复通", "行"]),
        ("见20261014-02续报", 6, ["见", "20261014-02", "续报"]),
        ("电138 0000 0001接", 7.5, ["电138 0000 0001", "接"]),
        ("电138 0000 0001接", 7, ["电", "138 0000 0001", "接"]),
        ("区号0371-6666 0000", 7, ["区号", "0371-6666 0000"]),
        ("按国务院令第493号办", 5, ["按国务院令", "第493号办"]),
        ("零下-3℃到5℃", 3, ["零下", "-3℃到", "5℃"]),
        ("by the duty officer", 5, ["by the", "duty", "officer"]),
        ("第一段\n\n第二段", 5, ["第一段", "", "第二段"]),
        ("甲\u3000\u3000乙", 2, ["甲", "乙"]),
        ("\u3000\u3000缩进两字", 4, ["\u3000\u3000缩进", "两字"]),
        ("ABCDEFGHIJ", 2, ["ABCD", "EFGH", "IJ"]),
        ("车牌ABCDEFGHIJ号", 2, ["车牌", "ABCD", "EFGH", "IJ号"]),
        ("㛃䶮㛃", 2, ["㛃䶮", "㛃"]),
        ("宽", 0.1, ["宽"]),
    ],
)
def test_breaks(text: str, measure: float, lines: list[str]) -> None:
    assert break_lines(text, measure, width) == lines


def test_first_indent_shortens_the_first_line_of_each_paragraph() -> None:
    assert break_lines("一二三四五\n六七八", 4, width, first_indent=2) == ["一二", "三四五", "六七", "八"]


def test_a_run_of_100_000_characters_is_broken_in_linear_time() -> None:
    lines = break_lines("A" * 100_000, 40, width)
    assert len(lines) == 1250
    assert set(map(len, lines)) == {80}


PIECES = st.sampled_from(
    [
        *"，。、；：？！）》”’」』】…—％（《“‘「『【",
        *"东环路口客车与货车相撞死亡人年月日号",
        "05:40",
        "20261014-02",
        "138 0000 0001",
        "3人",
        "12.5万元",
        "第493号",
        "duty",
        "https://example.invalid/a?b=c",
        " ",
        "\u3000",
        "\n",
        "(",
        ")",
        ",",
        "㛃",
        "䶮",
        "𠮷",
        "e\u0301",
    ]
)
TEXTS = st.one_of(st.lists(PIECES, max_size=40).map("".join), st.text(max_size=60))
MEASURES = st.floats(min_value=0.5, max_value=30)


def squeezed(text: str) -> str:
    return text.translate(dict.fromkeys(map(ord, SPACES + "\n")))


@given(TEXTS, MEASURES)
def test_nothing_is_lost(text: str, measure: float) -> None:
    assert squeezed("".join(break_lines(text, measure, width))) == squeezed(text)


@given(TEXTS, MEASURES)
def test_no_line_is_wider_than_the_measure_but_a_single_character(text: str, measure: float) -> None:
    for line in break_lines(text, measure, width):
        assert width(line) - hang(line, width) <= measure + 1e-6 or len(line) == 1


@given(TEXTS)
def test_runs_part_only_where_a_line_may_end(text: str) -> None:
    for paragraph in text.split("\n"):
        runs = unbreakable_runs(paragraph)
        assert "".join(runs) == paragraph
        words = [run for run in runs if run.strip(SPACES)]
        assert all(run[0] not in NOT_AT_START for run in words[1:])
        assert all(run.rstrip(SPACES)[-1] not in NOT_AT_END for run in words[:-1])


@given(TEXTS, MEASURES)
def test_lines_begin_and_end_as_they_should_unless_a_run_is_wider_than_the_line(text: str, measure: float) -> None:
    for paragraph in text.split("\n"):
        if any(width(run) - hang(run, width) > measure for run in unbreakable_runs(paragraph)):
            continue
        lines = break_lines(paragraph, measure, width)
        assert all(line[0] not in NOT_AT_START for line in lines[1:])
        assert all(line.rstrip(SPACES)[-1] not in NOT_AT_END for line in lines[:-1])


@given(TEXTS, MEASURES)
def test_what_holds_together_stays_on_one_line(text: str, measure: float) -> None:
    for paragraph in text.split("\n"):
        lines = iter(break_lines(paragraph, measure, width))
        line = ""
        for run in filter(lambda each: each.strip(SPACES), unbreakable_runs(paragraph)):
            if width(run) - hang(run, width) > measure:
                return
            while run.strip(SPACES) not in line:
                line = next(lines)
            line = line.partition(run.strip(SPACES))[2]


@given(TEXTS, MEASURES)
def test_broken_lines_break_no_further(text: str, measure: float) -> None:
    lines = break_lines(text, measure, width)
    assert break_lines("\n".join(lines), measure, width) == lines
