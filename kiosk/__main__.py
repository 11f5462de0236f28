"""`motcua-kiosk`: starts the kiosk, or paints the gallery of its screens."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from kiosk.display import refuse_without_display
from kiosk.language import LANGUAGES
from shared.failures import Failure

FAILED = 1


def parser() -> argparse.ArgumentParser:
    """The options of the command line."""
    made = argparse.ArgumentParser(
        prog="motcua-kiosk",
        description="Máy lấy số thứ tự, tra cứu hồ sơ và đánh giá. / Numbers, dossiers and ratings at the one-stop.",
    )
    made.add_argument("--data", type=Path, metavar="DIR", help="thư mục dữ liệu / folder of the database")
    made.add_argument("--prints", type=Path, metavar="DIR", help="nơi lưu phiếu đã in / where printed slips go")
    made.add_argument("--server", metavar="URL", help="địa chỉ máy chủ, lần chạy đầu / the server, at the first start")
    made.add_argument("--enrol", metavar="CODE", help="mã đăng ký, lần chạy đầu / enrolment code, at the first start")
    made.add_argument("--language", choices=LANGUAGES, default="vi", help="ngôn ngữ đầu tiên / first language")
    made.add_argument("--windowed", action="store_true", help="chạy trong cửa sổ / in a window that can be closed")
    made.add_argument("--gallery", type=Path, metavar="DIR", help="vẽ mọi màn hình / pictures of every screen")
    made.add_argument("--remote-control", action="store_true", help=argparse.SUPPRESS)
    return made


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the kiosk and answers its exit status; a failure becomes one sentence on the standard error."""
    options = parser().parse_args(arguments)
    try:
        return _paint(options.gallery) if options.gallery else _run(options)
    except Failure as failure:
        sys.stderr.write(f"{failure.sentence.vi} / {failure.sentence.en}\n")
        return FAILED


def _paint(folder: Path) -> int:
    from kiosk.gallery import write_gallery

    pictures = write_gallery(folder)
    sys.stdout.write(f"{pictures} ảnh / pictures: {folder}\n")
    return 0


def _run(options: argparse.Namespace) -> int:
    refuse_without_display(os.environ)
    from kiosk.wiring import KioskOptions, run

    data = options.data or user_data_path("motcua", appauthor=False) / "kiosk"
    return run(
        KioskOptions(
            data=data,
            prints=options.prints or data / "prints",
            server_url=options.server,
            enrolment_code=options.enrol,
            full_screen=not options.windowed,
            remote_control=options.remote_control,
            language=options.language,
        )
    )


if __name__ == "__main__":
    sys.exit(main())
