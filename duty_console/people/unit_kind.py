"""What a unit is. Apart from model.py, because the tables know it, and every start loads the tables."""

from __future__ import annotations

from enum import StrEnum


class UnitKind(StrEnum):
    """What a unit is. ``zh`` is the word on paper."""

    GOVERNMENT = "government"
    DEPARTMENT = "department"
    SUBDISTRICT = "subdistrict"
    ENTERPRISE = "enterprise"
    INSTITUTION = "institution"
    RESCUE = "rescue"
    OTHER = "other"

    @property
    def zh(self) -> str:
        """The word on paper."""
        return _UNIT_ZH[self]


_UNIT_ZH = {
    UnitKind.GOVERNMENT: "政府",
    UnitKind.DEPARTMENT: "部门",
    UnitKind.SUBDISTRICT: "街道（乡镇）",
    UnitKind.ENTERPRISE: "企业",
    UnitKind.INSTITUTION: "事业单位",
    UnitKind.RESCUE: "救援队伍",
    UnitKind.OTHER: "其他",
}
