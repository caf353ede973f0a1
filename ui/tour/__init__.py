"""The tour: a whole scripted shift through the real windows, by keyboard, with a clock that the script moves."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def main(out: Path, theme: str = "light", language: str = "zh") -> int:
    """Play the shift and leave its pictures and papers in `out`.

    Returns 0, or 1 when something flashed up as a window of its own, the script wrote past the windows, or something
    failed in one of them. Opens no window where there is no display.
    """
    from ui.start import has_display

    if not has_display():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtCore import QCoreApplication, Qt

    from duty_console.clock import FakeClock
    from duty_console.config import DataFolder, DeskSettings, save_settings
    from duty_console.desk import Desk
    from ui.application import create_application
    from ui.tour.doors import Doors
    from ui.tour.mishaps import mishaps_heard
    from ui.tour.shift import BEGINS, play
    from ui.tour.stage import Stage

    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="duty-tour-") as folder, mishaps_heard() as mishaps:
        data, clock = DataFolder(Path(folder)), FakeClock(BEGINS)
        save_settings(data, DeskSettings(theme=theme, language=language))
        application = create_application(
            ["tour"], theme_choice=theme, language=language, log_file=data.log, watch_bugs=False
        )
        QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs)  # those hear no keys of ours
        doors = Doors(Desk.open(data.path, clock), application)
        stage = Stage(application, clock, out)
        play(stage, doors)
        stage.window.end()
    wrong = {
        "windows that nobody asked for": stage.strays.found,
        "written past the windows": doors.hands.found,
        "not caught by any window": mishaps,
    }
    for what, found in wrong.items():
        if found:
            print(f"{what}:", ", ".join(dict.fromkeys(found)))
    print(f"{len(stage.pictures)} pictures, 2 papers: {out}")
    return 1 if any(wrong.values()) else 0
