"""The leaders' page on paper: a province of offices with long names, some of them silent, on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import unescape

import pypdfium2
import pytest

from server.heartbeats import keep_heartbeat
from server.setting_up import set_up
from shared.clock import HO_CHI_MINH
from shared.domain.fact import Fact
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal.engine import WRITING
from shared.journal.journal import Journal, set_log_head
from shared.replication.heartbeat_messages import Heartbeat
from shared.replication.signing import Caller
from tests.server.browsing import COOKIE, Browser, browser
from tests.server.facts import dossier_received, ticket_issued
from tests.server.leadership.visits import log_of, visits
from tests.server.phones import NEEDS_CHROMIUM, chromium
from tests.server.running import RunningServer, file_engine, running

NOW = datetime(2026, 11, 6, 9, 40, tzinfo=HO_CHI_MINH)
OFFICES = (
    (
        "Chi nhánh số 04 Trung tâm Phục vụ hành chính công thành phố tại phường Văn Miếu – Quốc Tử Giám",
        "Branch 04 of the city's Public Administration Service Centre at Văn Miếu – Quốc Tử Giám ward",
    ),
    (
        "Bộ phận Tiếp nhận và Trả kết quả giải quyết thủ tục hành chính xã Tân Thành Bình Hòa Phước",
        "Office for receiving dossiers and returning results of Tân Thành Bình Hòa Phước commune",
    ),
    (
        "Trung tâm Phục vụ hành chính công đặc khu Phú Quốc, điểm tiếp nhận tại xã đảo Thổ Châu",
        "Public Administration Service Centre of Phú Quốc special zone, reception point on Thổ Châu island",
    ),
    (
        "Điểm tiếp nhận hồ sơ lưu động số 12 phường Thủ Dầu Một tại Bưu cục Chánh Nghĩa",
        "Travelling reception point 12 of Thủ Dầu Một ward at the Chánh Nghĩa post office",
    ),
)
SILENT, AHEAD = 2, 3


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """Five offices. People wait for long and dossiers are late in each; one is silent, one has a wrong clock."""
    engine = file_engine(tmp_path_factory.mktemp("paper"))
    with running(engine, sample_ward) as server:
        clock, node = server.clock, server.node
        offices = [replace(sample_ward, id=f"o-{at}", name=vi, name_en=en) for at, (vi, en) in enumerate(OFFICES)]
        for at, office in enumerate((*offices, sample_ward)):
            if office is not sample_ward:
                set_up(engine, clock, office)
            identities = Identities(clock)
            journal = Journal(
                engine, office=office.id, device=node.device, epoch=node.epoch, clock=clock, identities=identities
            )
            clock.set(NOW - timedelta(days=21 if at in (SILENT, AHEAD) else 0, minutes=75))
            told = log_of(list(visits(at, date(2026, 10, 10), 6, 8)), office.id, f"quay-{at}")
            with journal.writing() as writer:
                writer.append("staff-1", [_overdue(7 + each) for each in range(at + 3)])
                writer.append("staff-1", [ticket_issued(each, date="2026-11-06") for each in range(1, 4)])
                writer.take_in(told)
                set_log_head(writer.connection, told[-1])
            if at == AHEAD:
                clock.set(NOW + timedelta(days=900))
                with journal.writing() as writer:
                    writer.append("staff-1", [_overdue(20)])
        clock.set(NOW)
        with engine.connect().execution_options(**WRITING) as connection, connection.begin():
            for office in (*offices[:SILENT], sample_ward):
                said = Heartbeat(NOW, "1.0", "ready", 0, 60, 0, 1)
                keep_heartbeat(connection, Caller(office.id, "kiosk-1", "line", 1), said, NOW)
        yield server
    engine.dispose()


def _overdue(ordinal: int) -> Fact:
    received = dossier_received(ordinal)
    told = {"received_at": "2026-10-15T08:00:00+07:00", "due_at": "2026-10-20T17:00:00+07:00"}
    return replace(received, data={**received.data, **told})


@pytest.fixture(scope="module")
def leader(province: RunningServer) -> Iterator[Browser]:
    with browser(province, "province_leader") as signed_in:
        yield signed_in


def test_a_machine_whose_clock_runs_ahead_does_not_hide_that_its_office_is_silent(leader: Browser) -> None:
    said = " ".join(unescape(re.sub(r"<[^>]+>", " ", leader.get("/leadership").text)).split())
    assert "2 đơn vị không gửi tin về trong cả một ngày làm việc" in said
    assert "2029" not in said
    assert re.search(r"Chánh Nghĩa \(1[56]/10/2026 \d\d:\d\d\)", said)


def test_nobody_is_said_to_wait_on_after_an_office_has_fallen_silent(leader: Browser) -> None:
    said = " ".join(unescape(re.sub(r"<[^>]+>", " ", leader.get("/leadership").text)).split())
    waiting = re.search(r"Có người chờ tại quầy hơn một giờ: (.*?) Lúc này", said)
    assert waiting
    assert "xã Tân Thành Bình Hòa Phước (75 phút, 3 người đang chờ)" in waiting[1]
    assert "Thổ Châu" not in waiting[1]
    assert "người chờ lâu nhất: 75 phút" in said


@NEEDS_CHROMIUM
def test_five_offices_with_long_names_are_on_one_sheet_and_every_row_on_it(
    province: RunningServer, leader: Browser
) -> None:
    with chromium() as running_browser:
        context = running_browser.new_context(viewport={"width": 1280, "height": 900})
        context.add_cookies([{"name": COOKIE, "value": leader.token, "url": province.url}])
        page = context.new_page()
        for language, period in (("vi", "this_year"), ("en", "this_year"), ("vi", "this_month")):
            page.goto(f"{province.url}/leadership?lang={language}&period={period}")
            page.locator(".counting").wait_for(state="detached")
            sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
            assert len(sheet) == 1, (language, period)
            assert sheet[0].get_width() > sheet[0].get_height()
            printed = "".join(sheet[0].get_textpage().get_text_range().split())
            sheet.close()
            rows = page.locator(".overview tbody tr").filter(has=page.locator(".bar-cell"))
            names = [row.split("\n")[0] for row in rows.locator("th a").all_inner_texts()][:5]
            assert [name for name in names if "".join(name.split()) not in printed] == []
        context.close()
