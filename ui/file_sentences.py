"""The sentences for files: workbooks that cannot be read, and what is wrong in their cells. See `ui.problem_sentences`.

A problem of one cell (`CellProblem`) is told beside its place; codes that the roster raises itself stand with it.
"""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

FILES: dict[str, tuple[str, str]] = {
    # files that cannot be opened
    "file_missing": (QT_TRANSLATE_NOOP("Problems", "There is no file {path}."), ""),
    "file_too_large": (
        QT_TRANSLATE_NOOP("Problems", "The file is too large: at most {most} MB."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported."),
    ),
    "file_not_workbook": (
        QT_TRANSLATE_NOOP("Problems", "This is not an Excel workbook."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported. Open it in Excel or WPS and save it as .xlsx."),
    ),
    "workbook_old": (
        QT_TRANSLATE_NOOP("Problems", "This is a workbook of the old kind (.xls)."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported. Open it in Excel or WPS and save it as .xlsx."),
    ),
    "workbook_encrypted": (
        QT_TRANSLATE_NOOP("Problems", "The workbook has a password."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported. Save a copy without a password."),
    ),
    "workbook_damaged": (
        QT_TRANSLATE_NOOP("Problems", "The workbook is damaged or not complete."),
        QT_TRANSLATE_NOOP(
            "Problems", "Nothing was imported. Get the file once more, or open it in Excel or WPS and save it again."
        ),
    ),
    "workbook_unread_formulas": (
        QT_TRANSLATE_NOOP("Problems", "The workbook has formulas that were never calculated."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported. Open it in Excel or WPS and save it once."),
    ),
    "sheet_too_large": (
        QT_TRANSLATE_NOOP("Problems", "The sheet is too large: at most {most} rows."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported."),
    ),
    "workbook_empty": (QT_TRANSLATE_NOOP("Problems", "The workbook is empty."), ""),
    "import_has_problems": (
        QT_TRANSLATE_NOOP("Problems", "The file has problems: {count}."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported. Mend them in the file and open it again."),
    ),
    "import_empty": (QT_TRANSLATE_NOOP("Problems", "The file holds nothing to import."), ""),
    "unit_name_unknown": (QT_TRANSLATE_NOOP("Problems", "The unit {name} is not in the directory."), ""),
    "person_name_unknown": (QT_TRANSLATE_NOOP("Problems", "Nobody in the directory is called {name}."), ""),
    "person_name_ambiguous": (QT_TRANSLATE_NOOP("Problems", "Several persons are called {name}: {choices}."), ""),
    "file_unreadable": (
        QT_TRANSLATE_NOOP("Problems", "The file {path} cannot be read ({reason})."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was imported. Close it in other programs and try again."),
    ),
    # dates in a roster's file
    "month_not_told": (
        QT_TRANSLATE_NOOP(
            "Problems", "“{written}” has no month, and neither has the title, the sheet's name or the file's name."
        ),
        "",
    ),
    "date_does_not_exist": (QT_TRANSLATE_NOOP("Problems", "There is no {date}."), ""),
    "date_not_in_title": (QT_TRANSLATE_NOOP("Problems", "{date} does not fit the title, {title}."), ""),
    "date_missing": (QT_TRANSLATE_NOOP("Problems", "This row has no date."), ""),
    "date_not_understood": (QT_TRANSLATE_NOOP("Problems", "“{date}” is not a date."), ""),
    "date_twice": (QT_TRANSLATE_NOOP("Problems", "{date} stands in {first} already."), ""),
    "weekday_differs": (QT_TRANSLATE_NOOP("Problems", "{date} is {right}, but the file says {said}."), ""),
    "year_assumed": (QT_TRANSLATE_NOOP("Problems", "The file names no year: taken as {year}."), ""),
    # heads and shifts
    "head_unknown": (QT_TRANSLATE_NOOP("Problems", "“{head}” is not a post of this room. Posts: {posts}."), ""),
    "column_ignored": (QT_TRANSLATE_NOOP("Problems", "The column “{head}” is not imported."), ""),
    "slot_unknown_here": (QT_TRANSLATE_NOOP("Problems", "There is no shift “{slot}” here. Shifts: {known}."), ""),
    "slot_not_told": (
        QT_TRANSLATE_NOOP("Problems", "{date} has several shifts ({slots}); the file does not say which."),
        "",
    ),
    "slot_not_on_day": (QT_TRANSLATE_NOOP("Problems", "There is no shift {slot} on {date}."), ""),
    # names
    "name_unknown": (QT_TRANSLATE_NOOP("Problems", "Nobody in the directory is called {name}."), ""),
    "name_unknown_similar": (
        QT_TRANSLATE_NOOP("Problems", "Nobody in the directory is called {name}. Perhaps: {similar}."),
        "",
    ),
    "name_left": (QT_TRANSLATE_NOOP("Problems", "{name} has left."), ""),
    "name_ambiguous": (
        QT_TRANSLATE_NOOP("Problems", "Several persons are called {name}. Write which one: {choices}."),
        "",
    ),
    "name_other_unit": (QT_TRANSLATE_NOOP("Problems", "{name} is not of the unit {unit}."), ""),
    "name_missing_in_row": (QT_TRANSLATE_NOOP("Problems", "This row has no name."), ""),
    "names_several_in_row": (
        QT_TRANSLATE_NOOP("Problems", "Only one person can stand in a row; here are {names}."),
        "",
    ),
    "mark_unknown": (QT_TRANSLATE_NOOP("Problems", "“{mark}” says no post and no shift ({name})."), ""),
    "person_twice_in_shift": (
        QT_TRANSLATE_NOOP("Problems", "{name} already stands on the post {post} in this shift, in {first}."),
        "",
    ),
    "phone_differs": (
        QT_TRANSLATE_NOOP("Problems", "{name} has another number in the directory: {known}, here {phone}."),
        "",
    ),
    "remark_ignored": (
        QT_TRANSLATE_NOOP("Problems", "“{remark}” behind {name} is not imported. Record substitutions by themselves."),
        "",
    ),
    "cell_cleared": (QT_TRANSLATE_NOOP("Problems", "{date} {post} will be empty; now there: {names}."), ""),
    "cell_left_as_it_is": (
        QT_TRANSLATE_NOOP("Problems", "{date} {post} is blank in the file and stays as it is: {names}."),
        "",
    ),
    # sheets
    "problems_more": (QT_TRANSLATE_NOOP("Problems", "And {count} more, not listed."), ""),
    "roster_not_found": (
        QT_TRANSLATE_NOOP(
            "Problems",
            "No roster was found: it needs a column of dates and columns of posts, or names down and days across.",
        ),
        "",
    ),
    "roster_empty": (QT_TRANSLATE_NOOP("Problems", "Nobody stands in this roster."), ""),
    "sheet_ignored": (QT_TRANSLATE_NOOP("Problems", "This sheet is no roster and is not imported."), ""),
    "sheet_hidden": (QT_TRANSLATE_NOOP("Problems", "This sheet is hidden and is not imported."), ""),
    "people_not_found": (
        QT_TRANSLATE_NOOP("Problems", "No list of persons was found: it needs a column of names and one more."),
        "",
    ),
    "people_empty": (QT_TRANSLATE_NOOP("Problems", "The list names nobody."), ""),
    "yes_or_no": (QT_TRANSLATE_NOOP("Problems", "“{value}” should be 是 or blank."), ""),
    "person_twice_in_file": (QT_TRANSLATE_NOOP("Problems", "{name} stands in {first} already."), ""),
    "person_known": (QT_TRANSLATE_NOOP("Problems", "{name} is in the directory already and stays as it is."), ""),
    "person_known_otherwise": (
        QT_TRANSLATE_NOOP("Problems", "{name} is in the directory otherwise ({unit}, {phone}). Change that there."),
        "",
    ),
    "name_shared": (QT_TRANSLATE_NOOP("Problems", "Another {name} is in the directory ({unit})."), ""),
    "person_left_before": (QT_TRANSLATE_NOOP("Problems", "{name} ({unit}) had left and is added as a new person."), ""),
    "phone_shared": (QT_TRANSLATE_NOOP("Problems", "{phone} is the number of {name} too ({first})."), ""),
    # the yearly holiday notice
    "notice_for_other_year": (QT_TRANSLATE_NOOP("Problems", "The notice is for {said}, not for {year}."), ""),
    "notice_not_found": (QT_TRANSLATE_NOOP("Problems", "No holidays were found in the text."), ""),
    "notice_item_unread": (QT_TRANSLATE_NOOP("Problems", "No days off were found in this item."), ""),
    "notice_count_differs": (QT_TRANSLATE_NOOP("Problems", "The notice says {said} days, its dates make {days}."), ""),
    "notice_day_twice": (QT_TRANSLATE_NOOP("Problems", "{date} is named twice."), ""),
    "notice_no_weekend": (QT_TRANSLATE_NOOP("Problems", "{date} does not touch a weekend."), ""),
    "notice_workday_is_no_weekend": (
        QT_TRANSLATE_NOOP("Problems", "{date} is to be worked, but is no weekend day."),
        "",
    ),
    "notice_date_wrong": (QT_TRANSLATE_NOOP("Problems", "“{date}” is not a date."), ""),
    "notice_weekday_differs": (QT_TRANSLATE_NOOP("Problems", "{date} is {right}, but the notice says {said}."), ""),
    "notice_statutory_missing": (
        QT_TRANSLATE_NOOP("Problems", "{name}, {date}, is a statutory holiday, but the notice does not let it rest."),
        "",
    ),
}
