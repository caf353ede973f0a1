"""The handover sheet as a reader gets it: the PDF is written, and its text is read back."""

from __future__ import annotations

import io
import os
import re
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pypdf
import pytest

from duty_console.errors import EnvironmentProblem
from duty_console.handover.model import (
    Count,
    EquipmentCheck,
    HandoverSheet,
    JournalHead,
    LeaderInstruction,
    PersonAtPost,
    SheetIncident,
    SheetLimit,
    SheetShift,
    Signature,
    UnfinishedItem,
)
from duty_console.handover.paper import handover_pdf, write_handover_sheet

if TYPE_CHECKING:
    from pathlib import Path

EIGHT = datetime(2026, 10, 13, 0, 0, tzinfo=UTC)  # 08:00 in the duty room
HASH = "9f3c77a1b2d4e6f8" * 4


def at(hours: float) -> datetime:
    """Return the moment that many hours after the shift began."""
    return EIGHT + timedelta(hours=hours)


def limit(kind: str, due: float, done: float | None, result: str = "按时", *, late: bool = False) -> SheetLimit:
    return SheetLimit(kind, "市应急局", at(due), None if done is None else at(done), result, late)


FIRE = SheetIncident(
    "20261014-02",
    "恒源铸件厂2号车间火灾，明火已灭，死亡3人；04:52由一般调整为较大（国务院令第493号第三条）",
    "较大",
    (
        limit("电话初报", 19.5, 19.25),
        limit("书面初报", 20, 20.25, "超时15分钟", late=True),
        limit("终报", 28, None, "未到时限"),
    ),
)
LIFT = SheetIncident("20261013-01", "锦绣苑7号楼电梯困人，已救出", "未定级")
SHEET = HandoverSheet(
    duty_room="云河区应急值班室",
    document_number="云河应急值交〔2026〕286号",
    shift=SheetShift("全天班", at(0), at(24), "工作日"),
    outgoing=(
        PersonAtPost("带班领导", "周启明", "副区长", "138 0000 0001"),
        PersonAtPost("主班", "㛃䶮", "", "138 0000 0012"),
    ),
    incoming=(PersonAtPost("带班领导", "沈若谷"), PersonAtPost("主班", "高子墨"), PersonAtPost("备勤", "罗景行")),
    counts=(Count("来电", 23), Count("日志", 94)),
    incidents=(FIRE, LIFT),
    unfinished=(UnfinishedItem("善后与家属安抚，每两小时了解一次", "青石镇　董文博", at(34)),),
    equipment=(EquipmentCheck("值班电话", "正常", "07:42 试通"), EquipmentCheck("钥匙", "5把")),
    instructions=(LeaderInstruction(at(19), "周启明", "全力搜救被困人员", at(19.5), None),),
    notes="3号对讲机缺电，充电中。",
    signatures=(
        Signature("交班值班员", ("林晓舟", "陈以宁"), at(24.1)),
        Signature("接班值班员", ("高子墨",), at(24.2)),
    ),
    journal=JournalHead(12431, HASH),
    composed_at=at(23.9),
    code="7K3MQ2XD9F4TH6WNC8RB",
)
EMPTY = HandoverSheet(
    duty_room="",
    document_number="",
    shift=SheetShift("", at(0), at(24)),
    outgoing=(),
    incoming=(),
    counts=(),
    incidents=(),
    unfinished=(),
    equipment=(),
    instructions=(),
    notes="",
    signatures=(),
    journal=JournalHead(0, ""),
    composed_at=at(24),
)


def pages_of(sheet: HandoverSheet) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(handover_pdf(sheet))).pages]


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def words_of(value: object) -> list[str]:
    """Return every word that stands anywhere in a sheet."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [word for each in value for word in words_of(each)]
    if is_dataclass(value):
        return [word for each in fields(value) for word in words_of(getattr(value, each.name))]
    return []


def test_a_quiet_shift_is_one_page_with_every_word_of_it() -> None:
    pages = pages_of(SHEET)
    assert len(pages) == 1
    text = squeezed(pages[0])
    broken_up = {FIRE.summary, SHEET.code, SHEET.zone, HASH}  # lines interleave with other cells; code is grouped
    for word in words_of(SHEET):
        if word not in broken_up:
            assert squeezed(word) in text, word
    assert "7K3M-Q2XD-9F4T-H6WN-C8RB" in text
    assert "恒源铸件厂2号车间火灾" in text


@pytest.mark.parametrize(
    "words",
    [
        "全天班2026年10月13日（星期二，工作日）8时00分至10月14日8时00分",
        "电话初报市应急局03:3003:15按时",  # within the shift: the hour alone
        "终报市应急局14日12:00—未到时限",  # beyond it: the day as well
        "10月14日18:00",
        "2026年10月14日8时06分",
        "日志序号12431交接时间2026-10-1408:12:00",
        "无时限事项",
        "第1页共1页",
    ],
)
def test_times_are_the_duty_rooms(words: str) -> None:
    assert words in squeezed(pages_of(SHEET)[0])


def test_fonts_are_embedded_and_no_character_is_missing() -> None:
    reader = pypdf.PdfReader(io.BytesIO(handover_pdf(SHEET)))
    text = reader.pages[0].extract_text()
    assert "㛃䶮" in text
    assert "\ufffd" not in text
    assert "\x00" not in text
    fonts = reader.pages[0]["/Resources"]["/Font"]
    descriptors = [font.get_object()["/FontDescriptor"] for font in fonts.values()]
    assert descriptors
    assert all("/FontFile2" in descriptor for descriptor in descriptors)
    assert {str(descriptor["/FontName"]).split("+")[1] for descriptor in descriptors} == {
        "NotoSerifSC-Regular",
        "NotoSerifSC-Bold",
        "NotoSansSC-SemiBold",
    }


def test_a_late_report_is_set_in_other_type_than_one_in_time() -> None:
    reader = pypdf.PdfReader(io.BytesIO(handover_pdf(SHEET)))
    found: dict[str, str] = {}

    def note(text: str, _ctm: object, _tm: object, font: dict[str, object] | None, _size: float) -> None:
        if font and text.strip():
            found[text.strip()] = str(font["/BaseFont"])

    reader.pages[0].extract_text(visitor_text=note)
    late = next(font for text, font in found.items() if "超时15分钟" in text)
    kept = next(font for text, font in found.items() if text.endswith("按时"))
    assert late.endswith("NotoSansSC-SemiBold")
    assert kept.endswith("NotoSerifSC-Regular")


def test_an_unsealed_sheet_says_so_and_shows_the_journals_head() -> None:
    unsigned = tuple(replace(signature, signed_at=None) for signature in SHEET.signatures)
    text = squeezed(pages_of(replace(SHEET, code=None, signatures=unsigned))[0])
    assert "未封存日志序号12431" in text
    assert "9F3C-77A1-B2D4-E6F8" in text
    assert "核验码" not in text
    assert "成稿时间2026-10-1407:54:00" in text
    assert "应签：林晓舟、陈以宁" in text


def test_an_empty_sheet_says_that_there_was_nothing() -> None:
    pages = pages_of(EMPTY)
    assert len(pages) == 1
    for words in ("本班无事件", "无未完事项", "无领导要求", "未封存", "第1页"):
        assert words in pages[0]


def test_sixty_incidents_flow_over_pages_and_none_is_lost() -> None:
    incidents = tuple(replace(FIRE if number % 3 else LIFT, number=f"20261014-{number:02d}") for number in range(1, 61))
    pages = pages_of(replace(SHEET, incidents=incidents))
    text = squeezed("".join(pages))
    assert 3 <= len(pages) <= 6
    for incident in incidents:
        assert text.count(incident.number) == 1
    assert text.count("未到时限") == 40
    for number, page in enumerate(pages, 1):
        assert f"第{number}页\u3000共{len(pages)}页" in page
        assert "7K3M-Q2XD-9F4T-H6WN-C8RB" in page
        assert (number > 1) == ("值班交接班记录（续页）" in page)
    assert sum("二、事件与时限（续）" in page for page in pages) >= len(pages) - 2
    assert "3号对讲机缺电" in squeezed(pages[-1]), "signatures stand with something that is signed for"


@pytest.mark.parametrize("char", ["A", "甲", "，", "（", "\u3000甲", "😀"])
@pytest.mark.parametrize("place", ["notes", "summary", "item", "name"])
def test_very_long_text_without_a_chance_to_break_is_printed_whole(place: str, char: str) -> None:
    long = char * 2500
    sheet = {
        "notes": replace(SHEET, notes=long),
        "summary": replace(SHEET, incidents=(replace(FIRE, summary=long), LIFT)),
        "item": replace(SHEET, unfinished=(UnfinishedItem(long),)),
        "name": replace(SHEET, outgoing=(PersonAtPost("带班领导", long),)),
    }[place]
    mark = "U+1F600" if char == "😀" else char.strip()
    before = squeezed("".join(pages_of(replace(sheet, **_without(place))))).count(mark)
    pages = pages_of(sheet)
    extra = (len(pages) - 1) * 2  # page furniture may say it again
    assert 2500 <= squeezed("".join(pages)).count(mark) - before <= 2500 + 12 * extra


def _without(place: str) -> dict[str, object]:
    return {
        "notes": {"notes": ""},
        "summary": {"incidents": (replace(FIRE, summary=""), LIFT)},
        "item": {"unfinished": (UnfinishedItem(""),)},
        "name": {"outgoing": (PersonAtPost("带班领导", ""),)},
    }[place]


def test_a_time_without_its_zone_is_refused() -> None:
    naive = replace(SHEET.shift, starts_at=datetime(2026, 10, 13, 8))  # noqa: DTZ001
    with pytest.raises(ValueError, match="zone"):
        handover_pdf(replace(SHEET, shift=naive))


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "交接班.pdf"
    write_handover_sheet(SHEET, path)
    written = path.read_bytes()
    assert written == handover_pdf(SHEET)

    def no_room(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", no_room)
    with pytest.raises(EnvironmentProblem, match="paper_unwritable"):
        write_handover_sheet(EMPTY, path)
    assert path.read_bytes() == written
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
