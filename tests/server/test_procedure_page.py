"""The page of a procedure that a phone opens from the kiosk's QR code or the printed guide."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

import pytest
import requests

from server.setting_up import set_up
from tests.server.running import RunningServer

CODE = "1.001193"


@pytest.fixture
def phone() -> Iterator[requests.Session]:
    with requests.Session() as session:
        yield session


def text_of(page: requests.Response) -> str:
    bare = re.sub(r"<(script|style|svg).*?</\1>", " ", page.text, flags=re.DOTALL)
    return html.unescape(re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", bare)))


def tidied(text: str) -> str:
    return " ".join(text.split())


def test_the_page_says_what_to_bring_how_long_how_much_and_where(
    server: RunningServer, phone: requests.Session
) -> None:
    procedure = next(each for each in server.office.procedures if each.code == CODE)
    page = phone.get(f"{server.url}/p/{CODE}")
    text = text_of(page)
    assert page.status_code == 200
    expected = (
        procedure.name,
        CODE,
        procedure.time_limit_text,
        procedure.fee_text,
        procedure.result,
        "Lấy số hàng A: Hộ tịch – Chứng thực",
        "Quầy số 1, 3, 4",
        "Theo quy định tại ngày 23/11/2026",
        *(document.name for document in procedure.documents),
    )
    assert [each for each in expected if tidied(each) not in text] == []


def test_every_procedure_of_the_office_has_its_page_in_both_languages(
    server: RunningServer, phone: requests.Session
) -> None:
    for procedure in server.office.procedures:
        for query, word in (("", "Giấy tờ cần mang"), ("?lang=en", "Documents to bring")):
            page = phone.get(f"{server.url}/p/{procedure.code}{query}")
            assert page.status_code == 200
            assert word in text_of(page)
            assert tidied(procedure.name) in text_of(page)


def test_what_the_state_has_and_what_is_only_for_online_is_not_to_be_ticked(
    server: RunningServer, phone: requests.Session
) -> None:
    page = phone.get(f"{server.url}/p/1.004873")
    assert "Không phải nộp, đã có trong: Cơ sở dữ liệu quốc gia về dân cư" in text_of(page)
    assert "Chỉ khi nộp trực tuyến" in text_of(page)
    procedure = next(each for each in server.office.procedures if each.code == "1.004873")
    to_bring = [each for each in procedure.documents if each.form != "electronic"]
    assert page.text.count('type="checkbox"') == len(to_bring)


@pytest.mark.parametrize("written", ["1001193", "1.001193.000.00.00.H38", "1.001.193"])
def test_other_ways_to_write_the_code_lead_to_the_same_page(
    server: RunningServer, phone: requests.Session, written: str
) -> None:
    assert "đăng ký khai sinh" in text_of(phone.get(f"{server.url}/p/{written}")).lower()


@pytest.mark.parametrize("path", ["/p/1.000028", "/p/9.999999", "/p/nonsense", "/p/' OR 1=1", "/p/nobody/1.001193"])
def test_an_unknown_procedure_gets_a_friendly_page(server: RunningServer, phone: requests.Session, path: str) -> None:
    page = phone.get(server.url + path)
    assert page.status_code == 404
    assert "dichvucong.gov.vn" in text_of(page)
    assert page.headers["Cache-Control"] == "no-store"
    assert "was not found" in text_of(phone.get(f"{server.url}{path}?lang=en"))


def test_the_page_may_be_kept_and_brings_everything_itself_without_a_script(
    server: RunningServer, phone: requests.Session
) -> None:
    page = phone.get(f"{server.url}/p/{CODE}")
    assert page.headers["Cache-Control"] == "public, max-age=600"
    assert "<script" not in page.text
    links = re.findall(r'(?:src|href)="([^"]+)"', page.text)
    assert all(link.startswith(("/", "#", "tel:")) for link in links)


def test_with_several_offices_people_choose_theirs(server: RunningServer, phone: requests.Session) -> None:
    without_fields = tuple(replace(line, fields=()) for line in server.office.lines)
    name, name_en = "Trung tâm xã Thử", "Thử Commune Centre"
    other = replace(server.office, id="xa-thu", name=name, name_en=name_en, lines=without_fields)
    set_up(server.engine, server.clock, other)
    page = phone.get(f"{server.url}/p/{CODE}")
    assert "Trung tâm xã Thử" in text_of(page)
    assert server.office.name in text_of(page)
    assert f'href="/p/xa-thu/{CODE}"' in page.text
    assert "Mời Ông/Bà hỏi cán bộ" in text_of(phone.get(f"{server.url}/p/xa-thu/{CODE}"))
    assert "Hộ tịch – Chứng thực" in text_of(phone.get(f"{server.url}/p/{server.office.id}/{CODE}"))
    assert "Thử Commune Centre" in text_of(phone.get(f"{server.url}/p/{CODE}?lang=en"))


def test_a_procedure_that_only_one_of_several_offices_receives_needs_no_choice(
    server: RunningServer, phone: requests.Session
) -> None:
    set_up(server.engine, server.clock, replace(server.office, id="xa-thu", procedures=()))
    assert "Hộ tịch – Chứng thực" in text_of(phone.get(f"{server.url}/p/{CODE}"))
