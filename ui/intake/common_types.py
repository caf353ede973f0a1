"""Common types of incidents, offered while the officer types. Any other word may be typed.

They are words of the record, which is kept in Chinese whatever language the screen has; the report rules read some of
them (道路交通, 火灾: a supplementary window of 7 days, 国务院令第493号 Art 13).
"""

from __future__ import annotations

from duty_console.limits.model import EventClass

COMMON_TYPES: dict[EventClass, tuple[str, ...]] = {
    EventClass.ACCIDENT: (
        "道路交通事故", "火灾", "爆炸", "危险化学品泄漏", "有限空间中毒", "坍塌", "高处坠落", "触电", "机械伤害",
        "燃气泄漏", "特种设备事故", "溺水", "环境污染", "供水供电中断",
    ),
    EventClass.NATURAL_DISASTER: (
        "森林火情", "暴雨内涝", "洪水", "山体滑坡", "泥石流", "地震", "大风", "冰雹", "雷击", "低温雨雪",
        "干旱", "病虫害",
    ),
    EventClass.PUBLIC_HEALTH: (
        "食物中毒", "传染病疫情", "群体性不明原因疾病", "职业中毒", "动物疫情", "饮用水污染", "药品不良反应",
    ),
    EventClass.SOCIAL_SECURITY: (
        "群体性聚集", "个人极端行为", "刑事案件", "校园安全事件", "网络安全事件", "涉外事件", "金融突发事件",
    ),
}  # fmt: skip
