"""`motcua-kiosk`: starts the kiosk, or paints the gallery of its screens."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from platformdirs import user_data_path

from kiosk.display import refuse_without_display
from kiosk.language import Translations
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
    made.add_argument("--printer", metavar="ADDRESS", help="máy in: folder:, system:, escpos: / the printer's address")
    made.add_argument("--screen", type=int, default=0, metavar="N", help="màn hình thứ N, từ 0 / the screen, from 0")
    _add_board_options(made)
    made.add_argument("--server", metavar="URL", help="địa chỉ máy chủ, lần chạy đầu / the server, at the first start")
    made.add_argument("--enrol", metavar="CODE", help="mã đăng ký, lần chạy đầu / enrolment code, at the first start")
    made.add_argument("--language", metavar="CODE", default="vi", help="ngôn ngữ đầu tiên / first language (vi, en …)")
    made.add_argument("--translations", type=Path, metavar="DIR", help="bản dịch riêng / translations of your own")
    made.add_argument("--camera", type=int, metavar="N", help="máy ảnh đọc mã / a camera as scanner, from 0")
    made.add_argument("--windowed", action="store_true", help="chạy trong cửa sổ / in a window that can be closed")
    made.add_argument("--gallery", type=Path, metavar="DIR", help="vẽ mọi màn hình / pictures of every screen")
    made.add_argument("--remote-control", action="store_true", help=argparse.SUPPRESS)
    return made


def _add_board_options(made: argparse.ArgumentParser) -> None:
    made.add_argument("--board", action="store_true", help="chỉ chạy bảng gọi số / only the call board")
    made.add_argument("--board-screen", type=int, metavar="N", help="bảng gọi số ở màn hình N / board on screen N")
    made.add_argument("--sound", type=Path, metavar="DIR", help="ghi tiếng gọi vào thư mục, hoặc none / calls as files")
    made.add_argument("--high-contrast", action="store_true", help="bảng tương phản cao / board in high contrast")
    made.add_argument("--still", action="store_true", help="bảng không chuyển động / board without movement")


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the kiosk and answers its exit status; a failure becomes one sentence on the standard error."""
    options = parser().parse_args(arguments)
    try:
        return _paint(options.gallery) if options.gallery else _run(options)
    except Failure as failure:
        sys.stderr.write(f"{failure.sentence.vi} / {failure.sentence.en}\n")
        return FAILED


def _paint(folder: Path) -> int:
    from kiosk.board.gallery import write_board_gallery
    from kiosk.gallery import write_gallery

    pictures = write_gallery(folder) + write_board_gallery(folder)
    sys.stdout.write(f"{pictures} ảnh / pictures: {folder}\n")
    return 0


def _run(options: argparse.Namespace) -> int:
    refuse_without_display(os.environ)
    Translations(options.translations).words_of(options.language)
    if options.board:
        return _run_board(options)
    from kiosk.opening import run_kiosk
    from kiosk.options import KioskOptions

    data = options.data or user_data_path("motcua", appauthor=False) / "kiosk"
    return run_kiosk(
        KioskOptions(
            data=data,
            printer=options.printer or f"folder:{options.prints or data / 'prints'}",
            server_url=options.server,
            enrolment_code=options.enrol,
            full_screen=not options.windowed,
            screen=options.screen,
            board_screen=options.board_screen,
            sound=options.sound,
            remote_control=options.remote_control,
            language=options.language,
            translations=options.translations,
            camera=options.camera,
        )
    )


def _run_board(options: argparse.Namespace) -> int:
    from kiosk.wiring.board import BoardOptions, run_board

    return run_board(
        BoardOptions(
            data=options.data or user_data_path("motcua", appauthor=False) / "board",
            server_url=options.server,
            enrolment_code=options.enrol,
            full_screen=not options.windowed,
            screen=options.screen if options.board_screen is None else options.board_screen,
            sound=options.sound,
            high_contrast=options.high_contrast,
            still=options.still,
            remote_control=options.remote_control,
        )
    )


if __name__ == "__main__":
    sys.exit(main())
