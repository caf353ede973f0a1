"""Problems as one Chinese sentence: what happened, what is safe, what to do (style.md 8).

Only codes that a command can meet stand here; the desktop has its own table in both languages.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duty_console.errors import DutyError, InputProblem

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST_VALUE = 120
"""What was entered is repeated up to so many characters."""

_INPUT = {
    # EVENT
    "event_missing": "标准输入为空，请给出一个事件 JSON。",
    "json_wrong": "不是有效的 JSON（第 {line} 行第 {column} 列）。",
    "event_not_object": "须为一个 JSON 对象。",
    "field_unknown": "没有这个字段。",
    "field_missing": "此字段必填。",
    "field_twice": "同一字段给了两次。",
    "field_type": "类型不对，应为{expected}。",
    "preset_not_here": "规则集只用于 deadlines。",
    "word_unknown": "没有“{value}”这个取值，可用：{allowed}。",
    "count_negative": "数字不能为负。",
    "count_too_large": "数字过大，最多 {most}。",
    "text_missing": "不能为空。",
    "text_too_long": "文字过长，最多 {most} 字。",
    "text_unprintable": "含有无法保存的字符。",
    # times
    "time_not_iso": "“{value}”不是 ISO 8601 时间，例如 2026-10-14T03:10:00+08:00。",
    "time_without_offset": "“{value}”没有时区，例如 2026-10-14T03:10:00+08:00。",
    "time_out_of_range": "“{value}”超出可用的年份（1900—2199）。",
    "time_in_future": "时间还没有到。",
    "occurred_after_received": "发生时间晚于接报时间。",
    "before_received": "时间早于接报时间。",
    "date_not_iso": "“{value}”不是日期，例如 2026-10-14。",
    "dates_wrong": "日期先后颠倒，或相隔超过 400 天。",
    "month_not_iso": "“{value}”不是月份，例如 2026-10。",
    "month_wrong": "没有这个月份。",
    # the record
    "incident_unknown": "没有编号为“{number}”的事件。",
    "recipient_missing": "请写明报给谁。",
    "preset_unknown": "没有名为“{preset}”的规则集，可用：{known}。",
    "limit_wrong": "条数应为 1 至 {most}。",
    "years_wrong": "年数应为 1 至 {most}。",
    "folder_not_empty": "文件夹里已有值班记录，未作任何改动。请换一个空文件夹。",
    "no_shift": "此时没有班次，无法成表。",
    "not_a_pdf_name": "“{name}”不是 PDF 文件名，请以 .pdf 结尾。",
    # files
    "file_missing": "没有文件 {path}。",
    "file_too_large": "文件过大（或展开后过大），最大 {most} MB，未导入。",
    "file_not_workbook": "这不是 Excel 工作簿，未导入。请在 Excel 或 WPS 中另存为 .xlsx。",
    "workbook_old": "这是旧版 .xls（或 .et）文件，未导入。请在 Excel 或 WPS 中另存为 .xlsx。",
    "workbook_encrypted": "文件有密码，未导入。请去掉密码后另存。",
    "workbook_damaged": "文件已损坏或不完整，未导入。请重新取得文件，或在 Excel、WPS 中打开后另存。",
    "workbook_unread_formulas": "表中有尚未计算的公式，未导入。请在 Excel 或 WPS 中打开、保存一次。",
    "sheet_too_large": "表过大，最多 {most} 行，未导入。",
    "workbook_empty": "工作簿是空的，未导入。",
    "import_empty": "没有可导入的内容。",
    "import_has_problems": "有 {count} 处问题，未导入。",
    "person_name_unknown": "通讯录中没有“{name}”。",
    "person_name_ambiguous": "“{name}”有同名，请写明：{choices}。",
    "person_needed": "日历须指明一人，请加 --person 姓名。",
    "person_not_here": "--person 只用于 .ics 日历。",
    "not_a_workbook_name": "“{name}”不是 Excel 文件名，请以 .xlsx 结尾。",
    "not_an_export_name": "“{name}”的类型不认识，请以 .xlsx 或 .ics 结尾。",
    # a cell of the roster
    "slot_unknown": "{date} 没有班次“{slot}”。",
    "post_unknown": "没有这个岗位。",
    "post_retired": "岗位“{name}”自 {date} 起已撤销。",
    "post_not_in_shift": "班次“{slot}”不设岗位“{name}”。",
    "person_unknown": "通讯录中没有此人。",
    "person_left": "{name}已离任，不能值班。",
    "person_twice": "{name}在岗位“{post}”上重复。",
    "person_on_other_post": "{name}在同一班次已在岗位“{post}”。",
    "person_covers_there": "{name}在该班次已替{other}值班。",
    "too_many_persons": "一个岗位最多 {most} 人。",
    "shift_over": "{date} 的班次“{slot}”已经结束，以记录为准。",
    "shift_begun": "{date} 的班次“{slot}”已开始，{name}正在值班。",
    # a rule file of the room's own
    "rule_file_syntax": "规则文件 {file} 有语法错误：{reason}。",
    "rule_file_unreadable": "规则文件 {file} 无法读取：{reason}。",
    "rule_field_missing": "规则文件 {file} 的规则 {rule} 缺少此项。",
    "rule_field_unknown": "规则文件 {file} 的规则 {rule} 没有此项，可用：{allowed}。",
    "rule_field_type": "规则文件 {file} 的规则 {rule} 此项类型不对，应为 {allowed}。",
    "rule_field_value": "规则文件 {file} 的规则 {rule} 此项不能为“{value}”，可用：{allowed}。",
    "rule_duplicate": "规则文件 {file} 中有两条规则 {rule}。",
}
_ENVIRONMENT = {
    "disk_full": "磁盘已满，未能保存；此前的记录完好。请清出空间后重试。",
    "disk_error": "磁盘读写失败，本次未保存；此前已确认的记录不受影响。请检查磁盘与剩余空间后重试。",
    "database_readonly": "数据库只读，未能保存；此前的记录完好。请取得写入权限后重试。",
    "database_busy": "数据库正被另一程序占用，本次未保存；此前的记录完好。请稍候重试。",
    "database_damaged": "数据库已损坏；文件未作改动。请将最近的备份恢复到新文件夹。",
    "database_unopenable": "无法打开数据库，未作任何改动。请检查路径与权限。",
    "database_unreachable": "连接不上数据库，本次未保存；此前的记录不受影响。请检查网络与服务器后重试。",
    "database_address_wrong": "数据库地址无法使用，未作任何改动。请检查 --database。",
    "database_driver_missing": "缺少连接此数据库的组件（{driver}），未作任何改动。请先安装。",
    "database_newer": "此数据由更新版本的值守台写成（{found}），未作任何改动。请安装新版本后再打开。",
    "database_foreign": "这不是值守台的数据库（内有表 {tables}），未作任何改动。请换一个文件夹。",
    "folder_unwritable": "数据文件夹 {path} 无法写入，未作任何改动。请检查是否存在、是否有写入权限。",
    "folder_not_empty": "文件夹 {path} 不是空的（{found}），未作任何改动。请换一个空文件夹。",
    "paper_unwritable": "文件 {path} 无法写入（{reason}）；记录不受影响。请换一个位置重试。",
    "file_unreadable": "文件 {path} 无法读取（{reason}），未导入。",
    "input_unreadable": "标准输入无法读取（{reason}），未保存。",
    "output_refused": "结果无法输出（{reason}）；若是登记，记录已经保存。",
}

_FIELDS = {"event_class": "class", "recipient": "to"}
"""Fields that have another name in EVENT and in the options."""


def sentence_of(problem: DutyError) -> str:
    """Return the problem as one sentence; a field's problem begins with the field's name."""
    table = _INPUT if isinstance(problem, InputProblem) else _ENVIRONMENT
    words = table.get(problem.code)
    if words is None:
        words = "未作任何改动" if isinstance(problem, InputProblem) else "此前的记录不受影响"
        words = f"不能完成（{problem.code}），{words}。"
    said = filled(words, problem.values)
    return f"{_short(_FIELDS.get(problem.field, problem.field))}：{said}" if isinstance(problem, InputProblem) else said


def filled(words: str, values: Mapping[str, object]) -> str:
    """Return a sentence with its values."""
    return words.format_map(_Values((name, _short(value)) for name, value in values.items()))


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}…"


class _Values(dict[str, str]):
    """A value that is missing shows as a dash: telling a problem must not become a problem."""

    def __missing__(self, key: str) -> str:
        return "–"
