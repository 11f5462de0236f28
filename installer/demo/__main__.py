"""`python -m installer.demo`: the office in windows, or one morning of it off screen."""

from __future__ import annotations

import argparse
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

FAILED, INTERRUPTED = 1, 130


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
    folders = Folders((chosen.out or Path(tempfile.mkdtemp(prefix="motcua-demo-"))).absolute())
    if folders.data("server").exists():
        say("Thư mục kết quả đã có dữ liệu; hãy chọn thư mục khác.", "The folder holds data already; choose another.")
        return FAILED
    try:
        if chosen.headless or not has_display():
            return one_morning(folders, Timetable())
        return show_windows(folders)
    except (RemoteError, Failure) as problem:
        say("Bản thử dừng giữa chừng", f"the demonstration broke off: {problem}")
        say(f"Nhật ký và ảnh màn hình: {folders.whole}", "logs and pictures of the screens are there")
        return FAILED
    except KeyboardInterrupt:
        say("Đã dừng theo yêu cầu.", "Stopped as asked.")
        return INTERRUPTED


def one_morning(folders: Folders, timetable: Timetable) -> int:
    """Drives one morning and writes morning.json; answers the exit status."""
    tally = Morning(folders, timetable).run()
    report = folders.whole / "morning.json"
    report.write_text(tally.to_json(), encoding="utf-8")
    sys.stdout.write(tally.to_json())
    complaints = list(tally.complaints())
    for complaint in complaints:
        say("Không đạt", complaint)
    if complaints:
        return FAILED
    say("Mọi việc khớp, không mất gì.", "Everything held, nothing was lost.")
    say(f"Phiếu số, giấy tờ, ảnh màn hình và morning.json: {folders.whole}", "slips, forms, screens and figures")
    return 0


if __name__ == "__main__":
    sys.exit(main())
