"""The pages of the reports: read, looked behind, taken away, by people of the province in a real browser."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape

import pytest
import requests
from sqlalchemy import insert, select

from server.signed_in.account import Account
from server.signed_in.sessions import begin_session
from shared.clock import HO_CHI_MINH
from shared.domain.office import Office
from shared.journal import tables
from shared.journal.engine import WRITING
from shared.journal.event import to_json
from tests.server.facts import dossier_received
from tests.server.phones import NEEDS_CHROMIUM, accessibility_offences, chromium, is_too_wide
from tests.server.reports.history import arrive, events_of, tales
from tests.server.running import RunningServer, file_engine, running

NOW = datetime(2026, 12, 1, 9, 0, tzinfo=HO_CHI_MINH)
OFFICE = "phuong-mau"
CANARY = "Nguyễn Thị Kín Đáo"
LEADER = Account("a1", "lanh-dao", "Lãnh đạo tỉnh", "province_leader", "")


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """A server of a commune with a history, and of a department without one."""
    engine = file_engine(tmp_path_factory.mktemp("province"))
    with running(engine, sample_ward) as server:
        arrive(server.journal(), events_of(list(tales(7, 210)), OFFICE), random.Random(7))
        with server.journal().writing() as writer:
            writer.append("staff-1", [dossier_received(1, CANARY)])
            document = json.loads(writer.connection.execute(select(tables.reference.c.document)).scalar_one())
            department = {**document, "id": "so-tu-phap", "name": "Sở Tư pháp", "managing_body": "UBND tỉnh Mẫu"}
            row = {"office": "so-tu-phap", "version": 1, "document": to_json(department)}
            writer.connection.execute(insert(tables.reference).values(row))
        server.clock.set(NOW)
        yield server
    engine.dispose()


@pytest.fixture(scope="module")
def token(province: RunningServer) -> str:
    """The cookie of a leader of the province who is signed in."""
    with province.engine.connect().execution_options(**WRITING) as connection, connection.begin():
        row = {"office": "", "account": LEADER.id, "sign_in": LEADER.sign_in, "name": LEADER.name, "role": LEADER.role}
        zeros = {"totp_used": 0, "failed": 0, "created_at": 0}
        connection.execute(insert(tables.account).values({**row, **zeros, "password_hash": ""}))
        return begin_session(connection, LEADER, NOW, confirmed=True)


@pytest.fixture
def leader(province: RunningServer, token: str) -> Iterator[requests.Session]:
    with requests.Session() as session:
        session.cookies.set("motcua_session", token)
        yield session


def links(page: str) -> list[str]:
    return [unescape(each) for each in re.findall(r'href="(/reports/dossiers[^"]*)"', page)]


def test_a_report_is_read_and_every_number_of_the_total_leads_to_its_dossiers(
    province: RunningServer, leader: requests.Session
) -> None:
    asked = f"office={OFFICE}&report=07a&period=2026-10"
    page = leader.get(f"{province.url}/reports?{asked}")
    figures = leader.get(f"{province.url}/reports/file?{asked}&kind=json").json()
    assert page.status_code == 200
    assert page.headers["Cache-Control"] == "no-store"
    assert figures["total"]["total"] == sum(row["total"] for row in figures["fields"])
    behind = [link for link in links(page.text) if "field=" not in link]
    numbers = [value for name, value in figures["total"].items() if value]
    assert len(behind) == len(numbers)
    for link, number in zip(behind, numbers, strict=True):
        listed = leader.get(province.url + link)
        assert len(re.findall(r'<th scope="row" class="code">', listed.text)) == number


def test_any_month_of_two_years_is_chosen_from_a_list_and_a_number_says_what_it_counts(
    province: RunningServer, leader: requests.Session
) -> None:
    page = leader.get(f"{province.url}/reports?office={OFFICE}&period=2026-10").text
    assert (
        '<option value="2026-10" selected>Tháng 10 năm 2026 (Từ ngày 15/09/2026 đến ngày 14/10/2026)</option>' in page
    )
    assert {'value="2025-01"', 'value="2026-Q3"', 'value="2025"'} <= set(re.findall(r'value="[^"]*"', page))
    late = leader.get(f"{province.url}/reports/dossiers?office={OFFICE}&period=2026-10&column=12").text
    count = len(re.findall(r'<th scope="row" class="code">', late))
    assert f"<b>{count} hồ sơ</b> · Cột (12): Hồ sơ đã giải quyết – quá hạn" in late


@pytest.mark.parametrize("report", ["07a", "07b", "766", "waits", "satisfaction"])
def test_every_report_comes_as_page_and_as_three_files(
    province: RunningServer, leader: requests.Session, report: str
) -> None:
    page = leader.get(f"{province.url}/reports?report={report}&period=2026-Q3&lang=en")
    assert page.status_code == 200
    assert "Quarter 3 of 2026" in page.text
    for kind, begin in (("pdf", b"%PDF-"), ("xlsx", b"PK"), ("json", b"{")):
        file = leader.get(f"{province.url}/reports/file?report={report}&period=2026-Q3&kind={kind}")
        assert file.content.startswith(begin)
        assert file.headers["Content-Disposition"] == f'attachment; filename="{report}-province-2026-Q3.{kind}"'
        assert CANARY.encode() not in file.content


def test_the_province_tells_its_own_bodies_from_the_communes(province: RunningServer, leader: requests.Session) -> None:
    asked = "period=2026-10&kind=json"
    whole = leader.get(f"{province.url}/reports/file?report=07b&{asked}").json()
    commune = leader.get(f"{province.url}/reports/file?report=07a&office={OFFICE}&{asked}").json()
    assert whole["own"]["total"]["total"] == 0
    assert whole["communes"]["fields"] == commune["fields"]
    assert whole["total"] == commune["total"]
    assert {each["office"] for each in whole["silent"]} == {OFFICE, "so-tu-phap"}


def test_a_period_that_is_not_over_says_so_and_is_counted_through_now(
    province: RunningServer, leader: requests.Session
) -> None:
    asked = f"office={OFFICE}&report=07a&period=2026-12"
    assert "Kỳ này chưa kết thúc" in leader.get(f"{province.url}/reports?{asked}").text
    assert "Kỳ này chưa kết thúc" not in leader.get(f"{province.url}/reports?office={OFFICE}&period=2026-10").text
    figures = leader.get(f"{province.url}/reports/file?{asked}&kind=json").json()
    assert figures["period"]["over"] is False
    until = f"office={OFFICE}&report=07a&first=2026-11-15&last=2026-11-30&kind=json"
    assert figures["fields"] == leader.get(f"{province.url}/reports/file?{until}").json()["fields"]


def test_nothing_personal_stands_on_any_page(province: RunningServer, leader: requests.Session) -> None:
    received = "/reports/dossiers?period=2026-12&column=3"
    for path in (received, "/reports?period=2026-12", f"/reports?report=satisfaction&office={OFFICE}&period=2026-12"):
        page = leader.get(province.url + path)
        assert page.status_code == 200
        assert CANARY not in page.text
        assert "000000000000" not in page.text
    assert "H99.99.01-261123-0001" in leader.get(province.url + received).text


@pytest.mark.parametrize(
    "asked",
    ["report=08z", "period=2026-77", "period=2031", "first=2026-10-09", "first=2026-10-09&last=2026-10-01"],
)
def test_what_cannot_be_made_is_said_on_a_page_in_words(
    province: RunningServer, leader: requests.Session, asked: str
) -> None:
    page = leader.get(f"{province.url}/reports?{asked}")
    assert 400 <= page.status_code < 500
    assert 'role="alert"' in page.text


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("period=2027-05", "Kỳ báo cáo này chưa bắt đầu."),
        ("first=2026-11-20&last=2026-11-01", "Ngày đầu"),
        ("period=xx", "Kỳ báo cáo phải có dạng"),
    ],
)
def test_a_period_that_cannot_be_is_said_above_the_choice_of_another(
    province: RunningServer, leader: requests.Session, asked: str, said: str
) -> None:
    page = leader.get(f"{province.url}/reports?report=766&{asked}", timeout=20)
    assert page.status_code == 409
    assert said in page.text
    assert "Tháng 12 năm 2026" in page.text
    assert 'aria-current="page">Chỉ số 766' in page.text
    assert 'name="first"' in page.text


def test_another_office_is_looked_at_in_the_same_report_and_period(
    province: RunningServer, leader: requests.Session
) -> None:
    page = leader.get(f"{province.url}/reports?report=waits&period=2026-Q3", timeout=20).text
    switch = page[page.index('class="where"') : page.index("switch-office")]
    assert re.findall(r'name="(\w+)" value="([^"]*)"', switch) == [("report", "waits"), ("period", "2026-Q3")]


@NEEDS_CHROMIUM
def test_the_pages_are_accessible_on_phone_and_desk_in_both_languages(province: RunningServer, token: str) -> None:
    asked = f"office={OFFICE}&period=2026-10"
    seen = (
        (390, f"/reports?{asked}&lang=vi"),
        (390, f"/reports/dossiers?{asked}&column=12&lang=en"),
        (1280, f"/reports?{asked}&report=waits&lang=en"),
    )
    problems: list[object] = []
    with chromium() as browser:
        context = browser.new_context()
        context.add_cookies([{"name": "motcua_session", "value": token, "url": province.url}])
        page = context.new_page()
        for width, path in seen:
            page.set_viewport_size({"width": width, "height": 844})
            page.goto(province.url + path)
            found = accessibility_offences(page)
            problems += [(path, found)] if found or is_too_wide(page) else []
        context.close()
    assert problems == []
