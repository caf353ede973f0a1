"""The printed handover sheet 值班交接班记录: one A4 page for a quiet shift, more when the shift was not quiet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from duty_console.handover.paper_tables import (
    counts_table,
    equipment_tables,
    incidents_table,
    instructions_table,
    people_tables,
    unfinished_table,
)
from duty_console.papers.blocks import Block, Paragraph, Section, Space, Stack, TwoEnds
from duty_console.papers.codes import grouped
from duty_console.papers.fonts import Face
from duty_console.papers.foot import Foot, FootWords
from duty_console.papers.page import Furniture, a4, save_pdf, set_pages, write_pages
from duty_console.papers.pen import About
from duty_console.papers.signing import SignatureBox, SignatureBoxes
from duty_console.papers.text import GREY, Align, TextStyle
from duty_console.papers.wording import local, long_date, numeral, spoken_time

if TYPE_CHECKING:
    from pathlib import Path

    from duty_console.handover.model import HandoverSheet, Signature

TITLE = "值班交接班记录"
_ROOM = TextStyle(Face.SONG, 12.0, 16.0, Align.CENTER, tracking=1.4)
_TITLE = TextStyle(Face.SONG_BOLD, 22.0, 28.0, Align.CENTER, tracking=2.8)
_NUMBER = TextStyle(Face.SONG, 8.8, 14.0)
_HEADING = TextStyle(Face.HEI_SEMIBOLD, 9.1, 13.0)
_RUNNING = TextStyle(Face.SONG, 7.45, 12.0, colour=GREY)
_QUIET_PADS = (3.4, 2.4, 1.8, 1.22, 0.9)
"""Points above and below the words of a row, loosest first: the first that makes one page is taken."""
_BUSY_PAD = 1.22
_BLANK_DATE = "\u3000\u3000年\u3000月\u3000日\u3000时\u3000分"  # to be filled in by hand


def write_handover_sheet(sheet: HandoverSheet, path: Path) -> None:
    """Write the sheet as a PDF, whole or not at all. Raises EnvironmentProblem `paper_unwritable`."""
    save_pdf(handover_pdf(sheet), path)


def handover_pdf(sheet: HandoverSheet) -> bytes:
    """Return the sheet as a PDF; the same sheet always gives the same bytes."""
    setup = a4()
    furniture = Furniture(_running_head(sheet), lambda page, pages: Foot(_foot_words(sheet), page, pages))
    for pad in _QUIET_PADS:
        pages = set_pages(setup, _blocks(sheet, pad), furniture)
        if len(pages) == 1:
            break
    else:
        pages = set_pages(setup, _blocks(sheet, _BUSY_PAD), furniture)
    about = About(f"{TITLE} {sheet.document_number}".strip(), sheet.duty_room, sheet.composed_at)
    return write_pages(setup, pages, furniture, about)


def _blocks(sheet: HandoverSheet, pad: float) -> list[Block]:
    zone = ZoneInfo(sheet.zone)
    sections = [
        ("本班情况", counts_table(sheet, pad)),
        ("事件与时限", incidents_table(sheet, pad)),
        ("未完事项", unfinished_table(sheet, pad)),
        ("设备检查", equipment_tables(sheet, pad)),
        ("领导要求与说明", instructions_table(sheet, pad)),
    ]
    numbered = [
        Section(f"{numeral(number)}、{heading}", _HEADING, body, space_before=4.3)
        for number, (heading, body) in enumerate(sections, 1)
    ]
    # The signatures never stand alone on a page: a signed page must show something that is signed for.
    signed = Stack([numbered[-1], SignatureBoxes(_boxes(sheet), space_before=7.6)], together=True, space_before=4.3)
    return [*_title(sheet, zone), people_tables(sheet, pad), *numbered[:-1], signed]


def _title(sheet: HandoverSheet, zone: ZoneInfo) -> list[Block]:
    day = local(sheet.shift.ends_at, zone)
    return [
        Paragraph(sheet.duty_room, _ROOM),
        Paragraph(TITLE, _TITLE),
        TwoEnds(sheet.document_number, long_date(day), _NUMBER, space_before=1.4),
        Space(1.5),
    ]


def _running_head(sheet: HandoverSheet) -> Block:
    words = TwoEnds(f"{sheet.duty_room}\u3000{TITLE}（续页）", sheet.document_number, _RUNNING)
    return Stack([words, Space(3.0)])


def _boxes(sheet: HandoverSheet) -> tuple[SignatureBox, ...]:
    return tuple(_box(signature, ZoneInfo(sheet.zone)) for signature in sheet.signatures)


def _box(signature: Signature, zone: ZoneInfo) -> SignatureBox:
    role = f"{signature.role}（签字）"
    if signature.signed_at is None:
        hint = f"应签：{'、'.join(signature.names)}" if signature.names else ""
        return SignatureBox(role, hint, (_BLANK_DATE,))
    moment = local(signature.signed_at, zone)
    return SignatureBox(role, "", (" ".join(signature.names), f"{long_date(moment)} {spoken_time(moment)}"))


def _foot_words(sheet: HandoverSheet) -> FootWords:
    if sheet.code:
        return FootWords(
            lines=(_stamp(sheet), "在值守台“核验”中扫码或输入核验码，可查本页与日志是否一致。"),
            label="核验码",
            code=grouped(sheet.code),
            qr=grouped(sheet.code),
        )
    return FootWords(
        lines=(_stamp(sheet), "本页未封存：上为日志末条哈希的前16位，可与值守台日志核对。"),
        label=f"未封存\u3000日志序号 {sheet.journal.seq}",
        code=grouped(sheet.journal.hash[:16]) or "—",
        qr=f"DUTY-CONSOLE {sheet.journal.seq} {sheet.journal.hash.upper()}",
    )


def _stamp(sheet: HandoverSheet) -> str:
    zone = ZoneInfo(sheet.zone)
    signed = [signature.signed_at for signature in sheet.signatures]
    moments = [moment for moment in signed if moment is not None]
    done = bool(moments) and len(moments) == len(signed)
    moment = local(max(moments) if done else sheet.composed_at, zone)
    when = f"{'交接时间' if done else '成稿时间'} {moment:%Y-%m-%d %H:%M:%S}"
    return "\u3000\u3000".join((f"日志序号 {sheet.journal.seq}", when, "本页打印一份，值班室存档"))
