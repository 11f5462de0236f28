"""The leaders' page: of one office, of a province, of an office that has fallen silent; in a browser and on paper."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from html import unescape

import pypdfium2
import pytest
from sqlalchemy import delete

from server.setting_up import set_up
from shared.clock import HO_CHI_MINH
from shared.domain.office import Office
from shared.identities import Identities
from shared.journal.engine import WRITING
from shared.journal.journal import Journal
from shared.journal.server_tables import figures
from tests.server.browsing import COOKIE, Browser, browser
from tests.server.facts import dossier_received
from tests.server.leadership.visits import MACHINE, log_of, visits
from tests.server.phones import NEEDS_CHROMIUM, accessibility_offences, chromium, is_too_wide
from tests.server.reports.history import arrive, events_of, tales
from tests.server.running import RunningServer, file_engine, running

OFFICE, OTHER = "phuong-mau", "xa-khac"
NOW = datetime(2026, 11, 6, 9, 40, tzinfo=HO_CHI_MINH)
CANARY = "Nguyễn Thị Kín Đáo"


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """An office with a history, and one that was last heard of three weeks ago."""
    engine = file_engine(tmp_path_factory.mktemp("province"))
    with running(engine, sample_ward) as server:
        told = list(visits(11, date(2026, 10, 19), 19, 9))
        logs = {**events_of(list(tales(11, 210)), OFFICE), MACHINE: log_of(told, OFFICE)}
        arrive(server.journal(), logs, random.Random(11))
        other = replace(sample_ward, id=OTHER, name="Xã Khác", name_en="Other commune")
        set_up(engine, server.clock, other)
        server.clock.set(NOW - timedelta(days=21))
        clock = server.clock
        device, epoch = server.node.device, server.node.epoch
        journal = Journal(engine, office=OTHER, device=device, epoch=epoch, clock=clock, identities=Identities(clock))
        with journal.writing() as writer:
            received = dossier_received(7, CANARY)
            data = {**received.data, "received_at": "2026-10-15T08:00:00+07:00", "due_at": "2026-10-20T17:00:00+07:00"}
            writer.append("staff-1", [replace(received, data=data)])
        server.clock.set(NOW)
        yield server
    engine.dispose()


@pytest.fixture(scope="module")
def leader(province: RunningServer) -> Iterator[Browser]:
    with browser(province, "province_leader") as signed_in:
        yield signed_in


def text_of(page: str) -> str:
    """What people read of a page, in one line."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


def links(page: str) -> list[tuple[str, int]]:
    """Every link to a list of dossiers, with the number that it stands on."""
    found = re.findall(r'<a href="(/leadership/dossiers[^"]*)">([\d.]+)</a>', page)
    return [(unescape(path), int(number.replace(".", ""))) for path, number in found]


@pytest.mark.parametrize(
    "path", ["/leadership?period=last_month", "/leadership?period=this_year", f"/leadership?office={OFFICE}"]
)
def test_every_number_leads_to_as_many_dossiers(leader: Browser, path: str) -> None:
    page = leader.get(path)
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert "style=" not in page.text
    found = links(page.text)
    assert len(found) > 20
    for address, number in random.Random(4).sample(found, 12):
        said = text_of(leader.get(address).text)
        assert f" {number} hồ sơ." in said, (address, number)


def test_an_office_that_has_fallen_silent_is_named_and_its_figures_say_of_when_they_are(leader: Browser) -> None:
    said = text_of(leader.get("/leadership").text)
    assert "1 đơn vị không gửi tin về trong cả một ngày làm việc" in said
    assert "Xã Khác (16/10/2026 09:40)" in said
    assert "số liệu đến 16/10/2026 09:40" in said
    its_own = text_of(leader.get(f"/leadership?office={OTHER}").text)
    assert "Số liệu chỉ tính đến: 09:40, 16/10/2026" in its_own
    assert "không gửi tin" not in text_of(leader.get(f"/leadership?office={OFFICE}").text)


def test_few_ratings_are_neither_drawn_nor_told_apart(leader: Browser) -> None:
    few, enough = (text_of(leader.get(f"/leadership?office={office}").text) for office in (OTHER, OFFICE))
    assert "Rất hài lòng" in enough
    assert "Rất hài lòng" not in few


def test_a_list_says_where_the_paper_is_and_how_late_it_is_and_nothing_about_a_person(leader: Browser) -> None:
    said = text_of(leader.get(f"/leadership/dossiers?office={OTHER}&what=open_late").text)
    assert "H99.99.01-261123-0007 Đăng ký khai sinh 15/10/2026 08:00 20/10/2026 17:00 Đã tiếp nhận" in said
    assert "Bộ phận Một cửa 17 ngày" in said
    for path in (
        "/leadership",
        "/leadership/dossiers?what=received&period=this_year",
        "/leadership/dossiers?what=stuck",
    ):
        page = leader.get(path).text
        assert CANARY not in page
        assert "000000000000" not in page


def test_a_list_goes_on_over_pages_and_ends(leader: Browser) -> None:
    path, seen, total = "/leadership/dossiers?what=received&period=this_year", [], 0
    while path:
        page = leader.get(path).text
        total = int(re.findall(r"(\d+) hồ sơ\.", text_of(page))[0])
        seen += re.findall(r'<th scope="row" class="code">([^<]+)</th>', page)
        following = re.search(r'href="([^"]+)" rel="next"', page)
        path = unescape(following[1]) if following else ""
    assert len(seen) == len(set(seen)) == total > 150
    assert "Không có hồ sơ nào." in leader.get("/leadership/dossiers?what=received&page=900").text


def test_figures_stand_until_somebody_asks_for_new_ones(province: RunningServer, leader: Browser) -> None:
    try:
        assert "Số liệu đếm lúc 09:40" in leader.get(f"/leadership?office={OFFICE}").text
        with province.journal().writing() as writer:
            writer.append("staff-1", [dossier_received(8)])
        province.clock.set(NOW + timedelta(minutes=5))
        assert "Số liệu đếm lúc 09:40" in leader.get(f"/leadership?office={OFFICE}").text
        assert "Số liệu đếm lúc 09:45" in leader.get(f"/leadership?office={OFFICE}&update=1").text
    finally:
        province.clock.set(NOW)


def test_whoever_comes_before_the_figures_are_counted_is_told_how_far_that_is_and_the_page_opens_by_itself(
    province: RunningServer, leader: Browser
) -> None:
    path = "/leadership?period=this_quarter&sort=name"
    with province.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        connection.execute(delete(figures))
    # While somebody else writes, nothing that is counted can be kept.
    with province.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        waiting = leader.once(f"{path}&update=1")
        again = leader.once(path)
    for answer in (waiting, again):
        assert answer.status_code == 202
        assert answer.headers["Refresh"] == "2; url=/leadership?period=this_quarter&sort=name"
        said = text_of(answer.text)
        assert "Đang đếm số liệu" in said
        assert "Đã đếm xong 0 %" in said
        assert "Toàn tỉnh (2 đơn vị) · Quý này" in said
    assert "Tiếp nhận" in text_of(leader.get(path).text)


def test_people_of_one_office_see_their_own_only(province: RunningServer) -> None:
    with browser(province, "office_leader", OFFICE) as own:
        page = own.get("/leadership").text
        assert "Xã Khác" not in page
        assert "Từng đơn vị" not in page
        assert "H99.99.01-261123-0007" not in own.get("/leadership/dossiers?what=received&period=this_year").text
        for path in ("/leadership", "/leadership/dossiers"):
            assert own.get(f"{path}?office={OTHER}").status_code == 403


@pytest.mark.parametrize(
    "asked", ["period=nonsense&sort=x", "what=x", "page=0", "page=99999999999", "field=%27x", "sort=wait"]
)
def test_an_address_that_makes_no_sense_still_opens_a_page(leader: Browser, asked: str) -> None:
    for path in ("/leadership", "/leadership/dossiers"):
        assert leader.get(f"{path}?{asked}").status_code == 200


@NEEDS_CHROMIUM
def test_the_pages_are_accessible_on_phone_and_desk_without_a_script_and_print_on_one_sheet(
    province: RunningServer, leader: Browser
) -> None:
    seen = (
        (390, "/leadership?period=last_month&lang=vi"),
        (390, "/leadership/dossiers?what=received&lang=en"),
        (1280, "/leadership?period=last_month&lang=en"),
        (1280, f"/leadership?office={OFFICE}&lang=vi"),
    )
    problems: list[object] = []
    with chromium() as running_browser:
        context = running_browser.new_context()
        context.add_cookies([{"name": COOKIE, "value": leader.token, "url": province.url}])
        page = context.new_page()
        for width, path in seen:
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(province.url + path)
            page.locator(".counting").wait_for(state="detached")
            found = accessibility_offences(page)
            problems += [(path, found)] if found or is_too_wide(page) else []
            if "/dossiers" not in path:
                letters = page.evaluate(_LETTERS)
                assert letters
                assert min(letters) >= 12, (path, letters)
                sheet = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True, print_background=True))
                across = sheet[0].get_width() > sheet[0].get_height()
                problems += [] if len(sheet) == 1 and across else [(path, "sheets", len(sheet))]
                sheet.close()
        context.close()
    assert problems == []


_LETTERS = """() => [...document.querySelectorAll("svg text")].filter(e => e.getBoundingClientRect().width > 0)
  .map(e => { const drawing = e.ownerSVGElement;
    return 13 * drawing.getBoundingClientRect().width / drawing.viewBox.baseVal.width })"""
"""How large the letters of the plots that are shown are, in pixels."""
