"""`motcua-counter`: starts the counter, or draws the gallery of its screens."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from counter.language import LANGUAGES
from shared.failures import Failure

FAILED = 1


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    made = argparse.ArgumentParser(
        prog="motcua-counter",
        description="Quầy tiếp nhận và trả kết quả. / The counter of the one-stop office.",
    )
    made.add_argument("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / folder of the database")
    made.add_argument("--prints", type=Path, metavar="DIR", help="nơi lưu giấy tờ đã in / where printed papers go")
    made.add_argument(
        "--scans", type=Path, metavar="DIR", help="thư mục máy quét lưu tệp vào / the folder that the scanner fills"
    )
    made.add_argument("--server", metavar="URL", help="địa chỉ máy chủ, lần chạy đầu / the server, at the first start")
    made.add_argument("--enrol", metavar="CODE", help="mã đăng ký, lần chạy đầu / enrolment code, at the first start")
    made.add_argument(
        "--language",
        choices=[code for code, _ in LANGUAGES],
        default="vi",
        help="ngôn ngữ đầu tiên / first language",
    )
    made.add_argument(
        "--gallery", type=Path, metavar="DIR", help="vẽ mọi màn hình thành ảnh / pictures of every screen"
    )
    made.add_argument("--remote-control", action="store_true", help=argparse.SUPPRESS)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the counter and answers its exit status; a failure becomes one sentence on the standard error."""
    options = parser().parse_args(arguments)
    try:
        return _draw(options.gallery) if options.gallery else _run(options)
    except Failure as failure:
        sys.stderr.write(f"{failure.sentence.vi} / {failure.sentence.en}\n")
        return FAILED


def _draw(folder: Path) -> int:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from counter.gallery import draw

    application = QApplication.instance() or QApplication(sys.argv[:1])
    pictures = draw(folder)
    application.processEvents()
    sys.stdout.write(f"{len(pictures)} ảnh / pictures: {folder}\n")
    return 0


def _run(options: argparse.Namespace) -> int:
    from counter.opening import run
    from counter.options import CounterOptions

    data = options.data or user_data_path("motcua", appauthor=False) / "counter"
    return run(
        CounterOptions(
            data=data,
            prints=options.prints or data / "prints",
            server_url=options.server,
            enrolment_code=options.enrol,
            remote_control=options.remote_control,
            language=options.language,
            scans=options.scans,
        )
    )


if __name__ == "__main__":
    sys.exit(main())
