"""Who plays in the tour: made-up persons of a made-up district, put together from the words of the sample data."""

from __future__ import annotations

from dataclasses import dataclass

from duty_console.demo.words import LEADER_TITLES, OFFICER_TITLES

ROOM, ROOM_PHONE, PREFIX, REGION = "云河区应急值班室", "60000119", "云河应急", "tangshan"
SEAT = "区应急管理局"


@dataclass(frozen=True, slots=True)
class Member:
    """One person of the directory, as the officer types it in."""

    name: str
    unit: str
    title: str
    phone: str
    initials: str = ""
    """What is typed into the roster for somebody who serves there; empty for the others."""
    leader: bool = False


_LEADERS = (
    ("周启明", "zqm"),
    ("沈若谷", "srg"),
    ("梁文渊", "lwy"),
    ("方立新", "flx"),
    ("郑海岚", "zhl"),
    ("顾怀远", "ghy"),
    ("韩知行", "hzx"),
    ("唐晓峰", "txf"),
)
_OFFICERS = (
    ("林晓舟", "lxz"),
    ("陈以宁", "cyn"),
    ("高子墨", "gzm"),
    ("苏映雪", "syx"),
    ("马思齐", "msq"),
    ("谢安然", "xar"),
    ("罗景行", "ljx"),
    ("何雨桐", "hyt"),
    ("宋清扬", "sqy"),
    ("程念慈", "cnc"),
    ("邓一鸣", "dym"),
    ("吴承泽", "wcz"),
)
_OTHERS = (
    ("邱志远", "区交警大队", "值班民警"),
    ("董文博", "青石镇", "应急办主任"),
    ("蒋若溪", "望岭林场", "护林队长"),
    ("傅青山", "区林业局", "副局长"),
    ("季云舟", "区水利局", "科长"),
    ("石志成", "消防青石站", "站长"),
    ("曹家和", "区气象局", "值班员"),
    ("彭明轩", "区人民医院", "总务主任"),
    ("曾书恒", "恒源铸件厂", "安全总监"),
    ("萧秋实", "柳湾镇", "副主任"),
    ("赵立平", "市政府总值班室", "值班员"),
    ("袁修文", "市应急管理局", "值班员"),
)


def _phone(number: int) -> str:
    return f"138{number:08}"


LEADERS = tuple(
    Member(name, SEAT, title, _phone(number), initials, leader=True)
    for number, ((name, initials), title) in enumerate(zip(_LEADERS, LEADER_TITLES, strict=True), 1)
)
OFFICERS = tuple(
    Member(name, SEAT, OFFICER_TITLES[number % len(OFFICER_TITLES)], _phone(len(_LEADERS) + 1 + number), initials)
    for number, (name, initials) in enumerate(_OFFICERS)
)
OTHERS = tuple(
    Member(name, unit, title, _phone(len(_LEADERS) + len(_OFFICERS) + number))
    for number, (name, unit, title) in enumerate(_OTHERS, 1)
)

FOUND = {
    "值班电话": "07:42 试通",
    "传真机": "07:44 试发",
    "对讲机": "1部缺电",
    "打印机": "余纸2包",
    "钥匙": "5把",
    "值班印章": "封存",
}
"""What the officer writes beside the equipment."""

BROKEN = "对讲机"

LEFT_TO_DO = (
    ("恒源铸件厂善后与家属安抚，每两小时了解一次", "青石镇 董文博", "1740"),
    ("望岭林场看守火场，确认无复燃后撤回", "区林业局 傅青山", "1240"),
    ("柳湾村防汛沙袋缺口300条补库", "区水利局 季云舟", "10-16 1740"),
)
"""Tasks for the next shift: what, who, until when."""

NOTE = "3号对讲机缺电，充电中。20261014-01 书面初报超时情况见日志。"
