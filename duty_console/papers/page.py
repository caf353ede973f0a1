"""Sets blocks on pages and writes the PDF: page size, margins, running head, foot with page n of m."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from duty_console.config import write_whole
from duty_console.papers.blocks import Block, Stack
from duty_console.papers.pen import About, Pen

if TYPE_CHECKING:
    from pathlib import Path

MM = 72 / 25.4
FootMaker = Callable[[int, int], Block]
"""Makes the foot of page n of m; its height must not depend on them."""


@dataclass(frozen=True, slots=True)
class PageSetup:
    """A page and its margins in points; the foot stands above the lower margin, `foot_gap` under the body."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    foot_gap: float = 8.0

    @property
    def measure(self) -> float:
        """The width of the type area."""
        return self.width - self.left - self.right


def a4(
    *, left: float = 28, right: float = 26, top: float = 16, bottom: float = 8, landscape: bool = False
) -> PageSetup:
    """Return an A4 page with margins in millimetres; the binding margin of 28 mm is that of GB/T 9704-2012."""
    short, long = 210 * MM, 297 * MM
    width, height = (long, short) if landscape else (short, long)
    return PageSetup(width, height, left * MM, right * MM, top * MM, bottom * MM)


def official_a4() -> PageSetup:
    """Return the page of official documents: margins 37 and 28 mm, type area 156 x 225 mm (GB/T 9704-2012, 5.2)."""
    return replace(a4(top=37, bottom=35), foot_gap=0.0)


@dataclass(frozen=True, slots=True)
class Furniture:
    """What surrounds the body: a head on all pages after the first, and a foot on every page."""

    running_head: Block | None = None
    foot: FootMaker | None = None


def set_pages(setup: PageSetup, blocks: Sequence[Block], furniture: Furniture) -> list[Block]:
    """Split blocks into pages. Raises ValueError where a block is taller than a page and cannot be split."""
    foot = furniture.foot(1, 1).height(setup.measure) + setup.foot_gap if furniture.foot else 0.0
    head = furniture.running_head.height(setup.measure) if furniture.running_head else 0.0
    first = setup.height - setup.top - setup.bottom - foot
    pages: list[Block] = []
    rest: Block | None = Stack(list(blocks))
    while rest is not None:
        room = first - head if pages else first
        page, rest = rest.split(setup.measure, room, room)
        if page is None:
            raise ValueError("a block is taller than a page")
        pages.append(page)
    return pages


def write_pages(setup: PageSetup, pages: Sequence[Block], furniture: Furniture, about: About) -> bytes:
    """Draw pages that `set_pages` made and return the PDF."""
    pen = Pen(setup.width, setup.height, about)
    measure, make_foot = setup.measure, furniture.foot
    for number, page in enumerate(pages, 1):
        top = setup.top
        if number > 1 and furniture.running_head:
            furniture.running_head.draw(pen, setup.left, top, measure)
            top += furniture.running_head.height(measure)
        page.draw(pen, setup.left, top, measure)
        if make_foot is not None:
            foot = make_foot(number, len(pages))
            foot.draw(pen, setup.left, setup.height - setup.bottom - foot.height(measure), measure)
        pen.end_page()
    return pen.finish()


def write_pdf(setup: PageSetup, blocks: Sequence[Block], furniture: Furniture, about: About) -> bytes:
    """Set blocks on pages and return the PDF."""
    return write_pages(setup, set_pages(setup, blocks, furniture), furniture, about)


def save_pdf(pdf: bytes, path: Path) -> None:
    """Write a PDF whole or not at all. Raises EnvironmentProblem `paper_unwritable`; an old file stays untouched."""
    write_whole(path, pdf, "paper_unwritable")
