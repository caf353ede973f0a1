"""Blocks and tables on pages: nothing lost, nothing twice, nothing beyond the page."""

from __future__ import annotations

import io
import re
from collections import Counter
from datetime import UTC, datetime

import pypdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from duty_console.papers.blocks import Block, Paragraph, Section, Space, Stack
from duty_console.papers.codes import grouped, qr_pattern
from duty_console.papers.foot import Foot, FootWords
from duty_console.papers.page import MM, Furniture, PageSetup, a4, official_a4, set_pages, write_pdf
from duty_console.papers.pen import About
from duty_console.papers.signing import SignatureBox, SignatureBoxes
from duty_console.papers.table import Cell, Column, Row, Table
from duty_console.papers.text import Align, TextStyle
from duty_console.papers.wording import numeral, spread

STYLE = TextStyle(size=10, leading=12)
ABOUT = About("题", "云河区应急值班室", datetime(2026, 10, 14, tzinfo=UTC))


def tables_on(page: Block) -> list[Table]:
    match page:
        case Table():
            return [page]
        case Stack():
            return [table for block in page.blocks for table in tables_on(block)]
        case Section():
            return tables_on(page.body)
        case _:
            return []


@st.composite
def groups(draw: st.DrawFn) -> list[Row]:
    """Rows like an incident with its limits: two cells that span them all, and two of their own."""
    span = draw(st.integers(1, 12))
    text = st.integers(0, 90).map(lambda count: "应急值班" * count)
    first = (Cell(draw(text), row_span=span, repeated=True), Cell(draw(text), row_span=span))
    own = [(Cell(draw(text)), Cell("乙")) for _ in range(span)]
    return [Row((*first, *own[0])), *map(Row, own[1:])]


def count_words(rows: tuple[Row, ...] | list[Row], column_kind: int) -> Counter[str]:
    found: Counter[str] = Counter()
    for row in rows:
        cells = row.cells if len(row.cells) == 4 else (None, None, *row.cells)
        cell = cells[column_kind]
        if cell is not None:
            found.update(cell.text.replace("\n", ""))
    return found


@settings(max_examples=60)
@given(st.lists(groups(), min_size=1, max_size=6), st.floats(120, 500), st.floats(0, 100))
def test_a_table_parts_without_losing_or_doubling_a_word(
    made: list[list[Row]], page_height: float, before: float
) -> None:
    rows = tuple(row for group in made for row in group)
    columns = tuple(Column(1, STYLE) for _ in range(4))
    table = Table(columns, (Row(tuple(Cell(word) for word in "甲乙丙丁")),), rows)
    setup = PageSetup(400, page_height + 20, 20, 20, 10, 10)
    pages = set_pages(setup, [Space(min(before, page_height - 80)), table], Furniture())
    parts = [part for page in pages for part in tables_on(page)]
    body = [row for part in parts for row in part.body]
    for kind in (1, 2, 3):
        assert count_words(body, kind) == count_words(rows, kind)
    for page in pages:
        assert page.height(setup.measure) <= page_height + 0.1
    assert all(part.head == table.head for part in parts)


@given(st.integers(1, 80), st.floats(30, 300))
def test_a_paragraph_parts_between_lines(lines: int, page_height: float) -> None:
    text = "\n".join(f"第{number:02d}段" for number in range(lines))
    setup = PageSetup(400, page_height, 0, 0, 0, 0)
    pages = set_pages(setup, [Paragraph(text, STYLE)], Furniture())
    pdf = write_pdf(setup, [Paragraph(text, STYLE)], Furniture(), ABOUT)
    read = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert len(read) == len(pages)
    assert "\n".join(read).split() == text.split()
    if page_height >= 48 and lines > 1:
        assert all(len(page.split()) > 1 for page in read)  # no widow, no orphan


def test_a_heading_goes_with_what_follows_it() -> None:
    setup = PageSetup(400, 100, 0, 0, 0, 0)
    heading = Paragraph("标题", STYLE, keep_with_next=True)
    pages = set_pages(setup, [Space(70), heading, Paragraph("一\n二\n三", STYLE)], Furniture())
    assert [page.height(400) for page in pages] == [70, 48]


def test_a_section_says_its_heading_again() -> None:
    rows = tuple(Row((Cell(str(number)),)) for number in range(20))
    section = Section("二、事件", STYLE, Table((Column(1, STYLE),), (Row((Cell("编号"),)),), rows))
    pdf = write_pdf(PageSetup(200, 150, 10, 10, 10, 10), [section], Furniture(), ABOUT)
    pages = [page.extract_text().split() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert len(pages) > 2
    assert pages[0][:2] == ["二、事件", "编号"]
    assert all(words[:2] == ["二、事件（续）", "编号"] for words in pages[1:])


def test_what_can_never_fit_is_refused_and_not_looped_over() -> None:
    with pytest.raises(ValueError, match="taller than a page"):
        set_pages(PageSetup(400, 100, 0, 0, 0, 0), [Space(101)], Furniture())


def test_a_row_with_too_many_cells_is_refused() -> None:
    table = Table((Column(1, STYLE),), (), (Row((Cell("甲"), Cell("乙"))),))
    with pytest.raises(ValueError, match="more cells"):
        table.height(100)


def test_official_page_has_the_type_area_of_the_standard() -> None:
    setup = official_a4()
    assert setup.measure == pytest.approx(156 * MM)
    assert setup.height - setup.top - setup.bottom == pytest.approx(225 * MM)
    assert a4(landscape=True).width == pytest.approx(297 * MM)


def test_running_head_and_foot_stand_on_their_pages() -> None:
    words = FootWords(("一行",), "核验码", "7K3M-Q2XD", "7K3M-Q2XD")
    furniture = Furniture(Paragraph("续页", STYLE), lambda page, pages: Foot(words, page, pages))
    body = Paragraph("\n".join(["正文"] * 150), STYLE)
    pages = [
        each.extract_text() for each in pypdf.PdfReader(io.BytesIO(write_pdf(a4(), [body], furniture, ABOUT))).pages
    ]
    assert [page.count("续页") for page in pages] == [0, 1, 1]
    assert [page.count("7K3M-Q2XD") for page in pages] == [1, 1, 1]
    assert [f"第{number}页\u3000共3页" in page for number, page in enumerate(pages, 1)] == [True] * 3
    assert sum(page.count("正文") for page in pages) == 150


def test_signature_boxes_share_rows_evenly_and_part_between_rows() -> None:
    boxes = SignatureBoxes(tuple(SignatureBox(f"签{number}") for number in range(5)))
    upper, rest = boxes.split(400, boxes.tall + 1, 700)
    assert isinstance(upper, SignatureBoxes)
    assert isinstance(rest, SignatureBoxes)
    assert [box.role for box in (*upper.boxes, *rest.boxes)] == [f"签{number}" for number in range(5)]
    assert len(upper.boxes) in (2, 3)


def test_justified_lines_fill_the_measure() -> None:
    style = TextStyle(size=10, leading=12, align=Align.JUSTIFY)
    setup = PageSetup(105, 200, 0, 0, 0, 0)
    pdf = write_pdf(setup, [Paragraph("应急值班员接报后应当立即核实", style)], Furniture(), ABOUT)
    content = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].get_contents()
    assert content is not None
    spaces = re.findall(rb"([\d.]+) Tc", content.get_data())
    assert float(spaces[0]) == pytest.approx(5 / 9, abs=0.01)  # ten characters of 10 pt in 105 pt


def test_the_same_sheet_gives_the_same_bytes_and_its_own_date() -> None:
    first, second = (write_pdf(a4(), [Paragraph("甲", STYLE)], Furniture(), ABOUT) for _ in range(2))
    assert first == second
    about = pypdf.PdfReader(io.BytesIO(first)).metadata
    assert about is not None
    assert (about.title, about.author, about.creation_date) == ("题", "云河区应急值班室", ABOUT.at)


def test_codes() -> None:
    assert grouped("7k3mq2xd9f4th6wnc8rb") == "7K3M-Q2XD-9F4T-H6WN-C8RB"
    assert grouped("7K3M Q2XD-9F") == "7K3M-Q2XD-9F"
    assert grouped("") == ""
    pattern = qr_pattern("7K3M-Q2XD-9F4T-H6WN-C8RB")
    assert {len(row) for row in pattern} == {len(pattern)}
    assert pattern[0][:8] == [True] * 7 + [False]  # the finder at the corner, no quiet border


@pytest.mark.parametrize(
    ("number", "word"), [(1, "一"), (9, "九"), (10, "十"), (11, "十一"), (20, "二十"), (99, "九十九")]
)
def test_headings_count_in_chinese(number: int, word: str) -> None:
    assert numeral(number) == word


def test_labels_of_two_characters_are_set_apart() -> None:
    assert [spread(word) for word in ("主班", "带班领导", "A1", "岗")] == ["主\u3000班", "带班领导", "A1", "岗"]
