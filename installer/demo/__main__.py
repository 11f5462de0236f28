"""`python -m installer.demo`: the office in windows, or one morning of it off screen."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from installer.commands import has_display
from installer.demo.morning import Morning, Timetable
from installer.demo.office import Folders
from installer.demo.remote import RemoteError
from installer.demo.say import say
from installer.demo.windows import show_windows
from shared.failures import Failure


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    made = argparse.ArgumentParser(
        prog="installer.demo", description="Một Bộ phận Một cửa mẫu / a one-stop office to try, on sample data"
    )
    made.add_argument("--headless", action="store_true", help="một buổi sáng, không cửa sổ / one morning, off screen")
    made.add_argument("--out", metavar="DIR", type=Path, help="thư mục kết quả / where the files are written")
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the demonstration; answers 0 only if everything held."""
    chosen = parser().parse_args(arguments)
    folder = chosen.out or Path(tempfile.mkdtemp(prefix="motcua-demo-"))
    folders = Folders(folder.absolute())
    os.environ.setdefault("NO_PROXY", "127.0.0.1,localhost")
    if not chosen.headless and has_display():
        return show_windows(folders)
    return one_morning(folders, Timetable())


def one_morning(folders: Folders, timetable: Timetable) -> int:
    """Drives one morning and writes morning.json; answers the exit status."""
    if folders.data("server").exists():
        say("Thư mục kết quả đã có dữ liệu; hãy chọn thư mục khác.", "The folder holds data already; choose another.")
        return 1
    try:
        tally = Morning(folders, timetable).run()
    except (RemoteError, Failure) as problem:
        say("Buổi sáng mẫu dừng giữa chừng", f"the morning broke off: {problem}")
        return 1
    report = folders.whole / "morning.json"
    report.write_text(tally.to_json(), encoding="utf-8")
    sys.stdout.write(tally.to_json())
    complaints = list(tally.complaints())
    for complaint in complaints:
        say("Không đạt", complaint)
    if not complaints:
        say(f"Mọi việc khớp. Kết quả: {folders.whole}", f"everything held; see {folders.whole}")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
