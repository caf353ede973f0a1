"""Problems of one cell of an imported file as Chinese sentences; the place is told before them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.cli.sentences import filled

if TYPE_CHECKING:
    from duty_console.exchange.model import CellProblem

CELLS = {
    # dates
    "month_not_told": "“{written}”没有月份，标题、表名和文件名中也没有。",
    "date_does_not_exist": "没有 {date} 这一天。",
    "date_not_in_title": "日期 {date} 与标题“{title}”不符。",
    "date_missing": "此行没有日期。",
    "date_not_understood": "“{date}”不是日期。",
    "date_twice": "{date} 已在 {first} 出现过。",
    "weekday_differs": "{date} 是{right}，表中写的是{said}。",
    "year_assumed": "表中没有年份，按 {year} 年处理。",
    # heads and shifts
    "head_unknown": "“{head}”不是本室的岗位，可用：{posts}。",
    "column_ignored": "“{head}”列未导入。",
    "slot_unknown_here": "没有“{slot}”这个班次，可用：{known}。",
    "slot_not_told": "{date} 有几个班次（{slots}），表中没有写明是哪一个。",
    "slot_not_on_day": "{date} 没有这个班次（{slot}）。",
    "post_retired": "岗位“{name}”在 {date} 已撤销。",
    "post_not_in_shift": "岗位“{name}”不在{slot}设置。",
    # names
    "name_unknown": "通讯录中没有“{name}”。",
    "name_unknown_similar": "通讯录中没有“{name}”，是否为：{similar}。",
    "name_left": "“{name}”已离任。",
    "name_ambiguous": "“{name}”有同名，请写明是哪一位：{choices}。",
    "name_other_unit": "“{name}”不在{unit}。",
    "name_missing_in_row": "此行没有姓名。",
    "names_several_in_row": "一行只能有一人，这里有：{names}。",
    "mark_unknown": "“{mark}”不知是什么岗位或班次（{name}）。",
    "person_twice_in_shift": "{name} 在 {date} 同一班次已排在{post}（{first}）。",
    "person_on_other_post": "{name} 在这一班次已排在{post}。",
    "person_covers_there": "{name} 在这一班次替{other}值班。",
    "too_many_persons": "一个岗位最多 {most} 人。",
    "phone_differs": "{name} 的号码与通讯录不符：表中 {phone}，通讯录 {known}。",
    "remark_ignored": "{name} 后面的“{remark}”未导入；替班请另行登记。",
    "person_on_leave": "{name} 在 {date} 请假。",
    # what stands
    "shift_over": "{date} {slot}已经结束，更正须写明理由。",
    "shift_begun": "{date} {slot}已经开始，撤下 {name} 须写明理由。",
    "cell_cleared": "{date} {post}将清空，原有：{names}。",
    "cell_left_as_it_is": "{date} {post}此处为空，保留原有：{names}。",
    # sheets
    "problems_more": "还有 {count} 处，未列出。",
    "roster_not_found": "没有找到值班表：须有日期列和岗位列，或姓名列和日期行。",
    "roster_empty": "值班表中没有人员。",
    "sheet_ignored": "此表不是值班表，未导入。",
    "sheet_hidden": "此表是隐藏的，未导入。",
    # persons
    "people_not_found": "没有找到人员名单：须有“姓名”列和另外一列。",
    "people_empty": "名单中没有人员。",
    "name_missing": "此行没有姓名。",
    "text_too_long": "文字过长，最多 {most} 字。",
    "text_unprintable": "含有无法保存的字符。",
    "phone_malformed": "“{phone}”不是电话号码。",
    "unit_left": "单位“{name}”已停用。",
    "yes_or_no": "“{value}”应为“是”或空。",
    "person_twice_in_file": "“{name}”已在 {first} 出现过。",
    "person_known": "“{name}”已在通讯录中，保持原样。",
    "person_known_otherwise": "“{name}”已在通讯录中（{unit}，{phone}），与表中不同，请在通讯录中修改。",
    "name_shared": "通讯录中另有同名的“{name}”（{unit}）。",
    "person_left_before": "“{name}”（{unit}）曾离任，将作为新人员加入。",
    "phone_shared": "{phone} 也是 {name}（{first}）的号码。",
}


def cell_sentence(problem: CellProblem) -> str:
    """Return what is wrong in a cell as one sentence."""
    return filled(CELLS.get(problem.code, f"有问题（{problem.code}）。"), problem.values)


def cell_place(problem: CellProblem) -> str:
    """Return where a cell is: 值班表 第5行 C列; the sheet alone where all of it is meant."""
    where = f"第{problem.row}行" if problem.row else ""
    return " ".join(part for part in (problem.sheet, where, f"{problem.letter}列" if problem.letter else "") if part)
