"""Files in and out: rosters and persons as workbooks, duty as iCalendar, the yearly holiday notice as text."""
