"""The sentences for problems, by code. `ui.problems` shows them; they are translated in the context `Problems`.

Each code: what happened; what is safe and what to do. `{placeholders}` are the values that the error carries.
A test compares this table with every code that the duty room can raise.
"""

from __future__ import annotations

from ui.i18n import QT_TRANSLATE_NOOP

Sentences = dict[str, tuple[str, str]]

# what was entered cannot be taken
INPUT: Sentences = {
    "text_missing": (QT_TRANSLATE_NOOP("Problems", "Something must be written here."), ""),
    "text_too_long": (QT_TRANSLATE_NOOP("Problems", "Too long: at most {most} characters."), ""),
    "text_unprintable": (
        QT_TRANSLATE_NOOP("Problems", "There are characters here that cannot be printed."),
        QT_TRANSLATE_NOOP("Problems", "Type this part again."),
    ),
    "name_missing": (QT_TRANSLATE_NOOP("Problems", "A name is needed."), ""),
    "reason_missing": (QT_TRANSLATE_NOOP("Problems", "A reason is needed."), ""),
    "recipient_missing": (QT_TRANSLATE_NOOP("Problems", "To whom? A recipient is needed."), ""),
    "phone_missing": (QT_TRANSLATE_NOOP("Problems", "A phone number is needed for {name}."), ""),
    "phone_malformed": (QT_TRANSLATE_NOOP("Problems", "{phone} is not a phone number."), ""),
    "count_negative": (QT_TRANSLATE_NOOP("Problems", "A count cannot be below zero."), ""),
    "count_too_large": (QT_TRANSLATE_NOOP("Problems", "Too large: at most {most}."), ""),
    "time_in_future": (QT_TRANSLATE_NOOP("Problems", "This time has not come yet."), ""),
    "time_not_understood": (
        QT_TRANSLATE_NOOP("Problems", "Not a time. Write 1510, 15:10, -20 (minutes ago) or 10-14 15:10."),
        "",
    ),
    "time_does_not_exist": (QT_TRANSLATE_NOOP("Problems", "There is no such day or time."), ""),
    "occurred_after_received": (
        QT_TRANSLATE_NOOP("Problems", "It cannot have happened after the call about it came in."),
        "",
    ),
    "number_not_understood": (QT_TRANSLATE_NOOP("Problems", "Only whole numbers go here."), ""),
    "amount_not_understood": (
        QT_TRANSLATE_NOOP("Problems", "Not an amount. Write 12.5 (ten thousand yuan), 1.5亿 or 9999元."),
        "",
    ),
    "line_incident_unknown": (QT_TRANSLATE_NOOP("Problems", "No incident in hand ends with {mark}."), ""),
    "line_incident_unclear": (
        QT_TRANSLATE_NOOP("Problems", "Several incidents end with {mark}. Write the whole number."),
        "",
    ),
    "line_incidents_several": (
        QT_TRANSLATE_NOOP("Problems", "A line belongs to one incident. Name only one."),
        "",
    ),
    "before_received": (QT_TRANSLATE_NOOP("Problems", "This is earlier than the call about it."), ""),
    "dates_wrong": (QT_TRANSLATE_NOOP("Problems", "The days are not in order, or too far apart."), ""),
    "month_wrong": (QT_TRANSLATE_NOOP("Problems", "There is no such month."), ""),
    "nothing_changed": (QT_TRANSLATE_NOOP("Problems", "Nothing was changed, so nothing was saved."), ""),
    "incident_unknown": (QT_TRANSLATE_NOOP("Problems", "There is no incident {number}."), ""),
    "already_closed": (
        QT_TRANSLATE_NOOP("Problems", "Incident {number} is already closed."),
        QT_TRANSLATE_NOOP("Problems", "Record what is new in the duty log."),
    ),
    "casualties_unchanged": (
        QT_TRANSLATE_NOOP("Problems", "These figures are the same as the last ones."),
        "",
    ),
    "reason_missing_for_fall": (QT_TRANSLATE_NOOP("Problems", "A figure goes down ({fields}). Say why."), ""),
    "grade_unchanged": (QT_TRANSLATE_NOOP("Problems", "The incident already has this grade."), ""),
    "entry_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This entry is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
    "entry_already_corrected": (
        QT_TRANSLATE_NOOP("Problems", "This entry was corrected already."),
        QT_TRANSLATE_NOOP("Problems", "Correct the newer one."),
    ),
    "kind_not_by_hand": (
        QT_TRANSLATE_NOOP("Problems", "Entries of this kind are written by the console itself."),
        "",
    ),
    "no_shift": (
        QT_TRANSLATE_NOOP("Problems", "Nobody's shift covers this moment."),
        QT_TRANSLATE_NOOP("Problems", "Enter the shift in the roster first."),
    ),
    "obligation_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This limit is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
    "obligation_not_open": (QT_TRANSLATE_NOOP("Problems", "This limit is settled already."), ""),
    "obligation_not_late": (
        QT_TRANSLATE_NOOP("Problems", "This limit was met in time and needs no reason."),
        "",
    ),
    "obligations_open": (
        QT_TRANSLATE_NOOP("Problems", "Limits are still open: {count}."),
        QT_TRANSLATE_NOOP("Problems", "Record the reports, or say why they are waived."),
    ),
    "item_unknown": (
        QT_TRANSLATE_NOOP("Problems", "This item is not there."),
        QT_TRANSLATE_NOOP("Problems", "Open the page again."),
    ),
    "item_finished": (QT_TRANSLATE_NOOP("Problems", "This item is finished already."), ""),
    "preset_unknown": (
        QT_TRANSLATE_NOOP("Problems", "There is no preset {preset}."),
        QT_TRANSLATE_NOOP("Problems", "Known: {known}."),
    ),
    "rule_file_syntax": (
        QT_TRANSLATE_NOOP("Problems", "The rule file {file} cannot be read: {reason}"),
        QT_TRANSLATE_NOOP("Problems", "Nothing was taken from it."),
    ),
    "rule_file_unreadable": (
        QT_TRANSLATE_NOOP("Problems", "The rule file {file} cannot be opened: {reason}"),
        QT_TRANSLATE_NOOP("Problems", "Nothing was taken from it."),
    ),
    "rule_duplicate": (
        QT_TRANSLATE_NOOP("Problems", "The rule {rule} is there twice in {file}."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was taken from it."),
    ),
    "person_unknown": (QT_TRANSLATE_NOOP("Problems", "This person is not in the directory."), ""),
    "person_duplicate": (
        QT_TRANSLATE_NOOP("Problems", "{name} with this phone number is in the directory already."),
        "",
    ),
    "person_left": (QT_TRANSLATE_NOOP("Problems", "{name} has left and cannot be put on duty."), ""),
    "person_on_other_post": (
        QT_TRANSLATE_NOOP("Problems", "{name} already stands on the post {post} in this shift."),
        "",
    ),
    "person_twice": (QT_TRANSLATE_NOOP("Problems", "{name} is entered twice on the post {post}."), ""),
    "too_many_persons": (QT_TRANSLATE_NOOP("Problems", "At most {most} persons on one post."), ""),
    "unit_unknown": (QT_TRANSLATE_NOOP("Problems", "This unit is not in the directory."), ""),
    "unit_duplicate": (QT_TRANSLATE_NOOP("Problems", "The unit {name} is in the directory already."), ""),
    "unit_left": (QT_TRANSLATE_NOOP("Problems", "The unit {name} was taken off the directory."), ""),
    "unit_has_persons": (
        QT_TRANSLATE_NOOP("Problems", "{name} still has persons: {count}."),
        QT_TRANSLATE_NOOP("Problems", "Move them to another unit first."),
    ),
    "post_unknown": (QT_TRANSLATE_NOOP("Problems", "There is no such post."), ""),
    "post_duplicate": (QT_TRANSLATE_NOOP("Problems", "There is a post {name} already."), ""),
    "post_retired": (QT_TRANSLATE_NOOP("Problems", "The post {name} ended on {date}."), ""),
    "post_has_assignments": (
        QT_TRANSLATE_NOOP("Problems", "The post {name} is still on the roster: {count} shifts."),
        QT_TRANSLATE_NOOP("Problems", "Clear those shifts first."),
    ),
    "seats_wrong": (QT_TRANSLATE_NOOP("Problems", "From 1 to {most} persons can stand on a post."), ""),
    "slot_unknown": (QT_TRANSLATE_NOOP("Problems", "There is no such shift on {date}."), ""),
    "shift_over": (
        QT_TRANSLATE_NOOP("Problems", "This shift is over; the roster of the past stays as it was."),
        "",
    ),
    "shifts_missing": (QT_TRANSLATE_NOOP("Problems", "At least one shift is needed."), ""),
    "shifts_too_many": (QT_TRANSLATE_NOOP("Problems", "At most {most} shifts a day."), ""),
    "shift_name_missing": (QT_TRANSLATE_NOOP("Problems", "Each shift needs a name."), ""),
    "shift_name_twice": (QT_TRANSLATE_NOOP("Problems", "Two shifts are called {name}."), ""),
    "shift_hours_wrong": (QT_TRANSLATE_NOOP("Problems", "The shift {name} cannot last {hours} hours."), ""),
    "shifts_overlap": (QT_TRANSLATE_NOOP("Problems", "The shifts {first} and {second} overlap."), ""),
    "pattern_past": (QT_TRANSLATE_NOOP("Problems", "The pattern can only be changed for days to come."), ""),
    "pattern_drops_assignments": (
        QT_TRANSLATE_NOOP("Problems", "The new pattern would drop shifts that are already planned: {count}."),
        QT_TRANSLATE_NOOP("Problems", "Clear or move them first."),
    ),
    "zone_unknown": (QT_TRANSLATE_NOOP("Problems", "There is no time zone {zone}."), ""),
    "folder_not_empty": (
        QT_TRANSLATE_NOOP("Problems", "This data folder is in use already."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. The sample district needs an empty one."),
    ),
    "years_wrong": (QT_TRANSLATE_NOOP("Problems", "From 1 to {most} years."), ""),
    "setting_unsupported": (QT_TRANSLATE_NOOP("Problems", "This setting cannot be stored."), ""),
}

# the machine refused
ENVIRONMENT: Sentences = {
    "disk_full": (
        QT_TRANSLATE_NOOP("Problems", "The disk is full, so this was not saved."),
        QT_TRANSLATE_NOOP("Problems", "Everything saved before is safe. Make room on the disk, then save again."),
    ),
    "disk_error": (
        QT_TRANSLATE_NOOP("Problems", "The disk reports an error, so this was not saved."),
        QT_TRANSLATE_NOOP(
            "Problems", "What you typed is still here. Make a backup to another disk as soon as you can."
        ),
    ),
    "database_readonly": (
        QT_TRANSLATE_NOOP("Problems", "The database cannot be written, so this was not saved."),
        QT_TRANSLATE_NOOP(
            "Problems", "What you typed is still here. Ask for write access to the data folder, then save again."
        ),
    ),
    "database_busy": (
        QT_TRANSLATE_NOOP("Problems", "The database is busy with another program, so this was not saved."),
        QT_TRANSLATE_NOOP("Problems", "What you typed is still here. Wait a moment and save again."),
    ),
    "database_damaged": (
        QT_TRANSLATE_NOOP("Problems", "The database is damaged."),
        QT_TRANSLATE_NOOP("Problems", "The file was left as it is. Restore the last backup into a new folder."),
    ),
    "database_unopenable": (
        QT_TRANSLATE_NOOP("Problems", "The database cannot be opened."),
        QT_TRANSLATE_NOOP(
            "Problems", "Nothing was changed. Check that the data folder is there and may be read and written."
        ),
    ),
    "database_unreachable": (
        QT_TRANSLATE_NOOP("Problems", "The database server does not answer, so this was not saved."),
        QT_TRANSLATE_NOOP("Problems", "What you typed is still here. Check the network, then save again."),
    ),
    "database_address_wrong": (
        QT_TRANSLATE_NOOP("Problems", "The database address cannot be understood."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Check the address after --database."),
    ),
    "database_driver_missing": (
        QT_TRANSLATE_NOOP("Problems", "The driver for this kind of database is not installed."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Install it, or use the embedded database."),
    ),
    "database_newer": (
        QT_TRANSLATE_NOOP("Problems", "This data was written by a newer version of the console."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Install the newer version, then open it again."),
    ),
    "database_foreign": (
        QT_TRANSLATE_NOOP("Problems", "This database belongs to another program."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Choose another data folder."),
    ),
    "folder_unwritable": (
        QT_TRANSLATE_NOOP("Problems", "The folder {path} cannot be written."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Check that it exists and that you may write to it."),
    ),
    "folder_in_use": (
        QT_TRANSLATE_NOOP("Problems", "Another console is using this data folder (process {pid} on {host})."),
        QT_TRANSLATE_NOOP("Problems", "Nothing was changed. Use that window, or close it and start again."),
    ),
    "settings_unwritable": (
        QT_TRANSLATE_NOOP("Problems", "The settings could not be saved."),
        QT_TRANSLATE_NOOP(
            "Problems", "They hold until the console is closed. Check that the data folder may be written."
        ),
    ),
    "draft_unwritable": (
        QT_TRANSLATE_NOOP("Problems", "The draft could not be saved: {reason}."),
        QT_TRANSLATE_NOOP("Problems", "What you typed is still here and can be recorded. Make room on the disk."),
    ),
    "paper_unwritable": (
        QT_TRANSLATE_NOOP("Problems", "The sheet could not be written to {path}."),
        QT_TRANSLATE_NOOP("Problems", "Nothing is lost. Choose another place and try again."),
    ),
    "printer_gone": (
        QT_TRANSLATE_NOOP("Problems", "The printer does not answer."),
        QT_TRANSLATE_NOOP("Problems", "Nothing is lost. Check the printer and print again."),
    ),
}
