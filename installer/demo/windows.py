"""The demonstration with windows: a kiosk, a counter and a call board to play with until they are closed."""

from __future__ import annotations

import threading

from installer.demo import before
from installer.demo.office import Folders, Office
from installer.demo.pace import OPENING, Pace
from installer.demo.province import LEADER
from installer.demo.remote import BackgroundProgram
from installer.demo.say import say
from resources.sample_ward.load import sample_citizens, sample_staff

KIOSK, COUNTER, BOARD = "kiosk", "counter", "board"
_LOOK_SECONDS = 0.5


def show_windows(folders: Folders) -> int:
    """Starts the province's server and the office's, a kiosk, a counter and a board; says what to try.

    Ends when all windows have been closed.
    """
    pace = Pace(OPENING, rate=1.0)
    office = Office(folders, pace.clock, on_screen=True)
    province = office.province()
    say("Đang chuẩn bị dữ liệu mẫu…", "preparing the sample data…")
    try:
        province.set_up()
        province.let_in(LEADER)
        office.join(province, [KIOSK], [COUNTER], [BOARD])
        before.put_into(office.data)
        office.start_server()
        windows = (
            office.start_kiosk(KIOSK, BackgroundProgram),
            office.start_counter(COUNTER, BackgroundProgram),
            office.start_board(BOARD, BackgroundProgram),
        )
        _explain(folders, office.url, province.url)
        wait = threading.Event()
        while any(window.is_running for window in windows):
            wait.wait(_LOOK_SECONDS)
        failed = [window for window in windows if window.process.returncode != 0]
    finally:
        office.stop_everything()
        province.stop()
    for window in failed:
        say(f"{window.name} kết thúc với lỗi", f"{window.name} ended with an error\n{window.complaints()}")
    return 1 if failed else 0


def _explain(folders: Folders, office_url: str, province_url: str) -> None:
    say("Đồng hồ của bản thử: thứ Hai 23/11/2026, 07:30", "the demonstration's clock: Monday 23 November 2026, 07:30")
    say("Máy lấy số: chạm một ô, rồi Lấy số", "kiosk: touch a tile, then take the number")
    say("Quầy: đăng nhập, chọn quầy, F2 gọi số, F8 tìm thủ tục", "counter: sign in, choose a counter, F2, F8")
    for member in sample_staff():
        say(f"  {member.sign_in:10} {member.password:16} {member.name}", member.role)
    say("Điểm bưu điện: đăng nhập buutu trong cửa sổ quầy", "the post's rooms: sign in as buutu at the counter")
    card = sample_citizens()[0].qr_11
    say("Thẻ căn cước mẫu (dán vào ô quét, Enter)", f"a sample identity card: {card}")
    say(f"Phiếu số: {folders.tickets}", f"slips: {folders.tickets}")
    say(f"Giấy tờ: {folders.forms}", f"forms: {folders.forms}")
    say(f"Thư mục máy quét: {folders.scans(COUNTER)}", "a PDF put there is offered as a scan")
    say(f"Trang cho điện thoại: {province_url}/t/… /d/… /r/…", "pages for phones, behind the printed codes")
    say(f"Máy chủ của tỉnh: {province_url}", "the province's server: open it in a browser and sign in")
    say(f"  {LEADER.sign_in:10} {LEADER.password:18} điều hành, báo cáo", "the leadership's figures, reports")
    say(f"Máy chủ tại bộ phận: {office_url}", "the office's server, to which the machines talk")
    say("Bảng gọi số hiện và đọc số được gọi.", "The board shows and speaks the number that is called.")
    say("Đóng cả ba cửa sổ để kết thúc.", "Close all three windows to end.")
