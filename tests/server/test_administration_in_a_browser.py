"""Administration in a real browser, on a phone and on a desk: what people do there, and that everybody can."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, sync_playwright

from server.offices import Offices
from shared.domain.office import Office
from shared.replication.enrolment_client import Application, enrol
from shared.replication.refusals import ServerRefused
from tests.server.browsing import COOKIE, add_account, session_token
from tests.server.running import Device, RunningServer, file_engine, memory_engine, running
from tests.server.test_replication_over_http import pull_all

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PHONE, DESK = {"width": 390, "height": 844}, {"width": 1280, "height": 900}
OFFICE = "phuong-mau"
PAGES = (
    "",
    "/office/identity",
    "/office/tickets",
    "/office/board",
    "/office/bank",
    "/lists/lines",
    "/lists/lines/part/A",
    "/lists/lines/part/A/end",
    "/lists/counters/part/quay-1",
    "/lists/fees/new",
    "/lists/forms",
    "/lists/form-texts/new",
    "/procedures",
    "/procedures/part/1.001193",
    "/procedures/part/1.001193/end",
    "/import",
    "/calendar",
    "/calendar/reference",
    "/calendar/day/2026-12-24",
    "/staff",
    "/staff/new",
    "/staff/part/staff-1",
    "/staff/part/staff-1/end",
    "/devices",
    "/devices/new",
    "/history",
)

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="Chromium is not installed (Debian package chromium)")

CUT_OFF = """() => document.documentElement.scrollWidth - document.documentElement.clientWidth"""


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[RunningServer]:
    """One server for the whole walk."""
    engine = file_engine(tmp_path_factory.mktemp("walk"))
    with running(engine, sample_ward) as server:
        yield server
    engine.dispose()


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture(params=[PHONE, pytest.param(DESK, marks=pytest.mark.long)], ids=["phone", "desk"])
def page(request: pytest.FixtureRequest, browser: Browser, server: RunningServer) -> Iterator[Page]:
    """A signed-in administrator's page without JavaScript: none of these pages needs any."""
    context = browser.new_context(viewport=request.param, java_script_enabled=False, base_url=server.url)
    token, _ = session_token(server, add_account(server, "office_administrator", OFFICE))
    context.add_cookies([{"name": COOKIE, "value": token, "url": server.url}])
    yield context.new_page()
    context.close()


def known(server: RunningServer) -> Office:
    offices = Offices(server.engine, server.clock)
    with offices.journal(OFFICE).reading() as reader:
        return offices.reference(OFFICE).read(reader.connection)


def test_an_administrator_adds_a_counter_edits_a_procedure_enrols_a_device_and_revokes_it(
    page: Page, server: RunningServer
) -> None:
    number = len(known(server).counters) + 1
    page.goto("/administration")
    page.get_by_role("link", name="Quầy", exact=True).click()
    page.get_by_role("link", name="Thêm").click()
    page.get_by_label("Số quầy").fill(str(number))
    page.get_by_label("Tên quầy").fill(f"Quầy thử {number}")
    page.get_by_label("Ưu tiên 1").select_option("C")
    page.get_by_label("Ưu tiên 2").select_option("A")
    page.get_by_role("button", name="Lưu").click()
    assert page.get_by_role("status").first.inner_text().startswith("Đã thêm")
    assert known(server).counters[-1].lines == ("C", "A")

    page.goto("/administration/procedures")
    page.get_by_label("Tìm thủ tục").fill("dang ky khai tu")
    page.get_by_role("button", name="Tìm").click()
    page.get_by_role("link", name="Sửa 1.000656").click()
    page.get_by_label("Áp dụng từ ngày").fill(f"2027-0{number}-01")
    page.get_by_label("Phí, lệ phí (đồng)").fill(f"{number}000")
    page.get_by_role("button", name="Xem thay đổi trước khi lưu").click()
    assert f"{number}.000 đ" in page.locator(".changes").inner_text()
    page.get_by_role("button", name="Áp dụng thay đổi").click()
    versions = [each for each in known(server).procedures if each.code == "1.000656"]
    assert (str(versions[-1].valid_from), versions[-1].fee_vnd) == (f"2027-0{number}-01", number * 1000)

    page.goto("/administration/devices/new")
    page.get_by_label("Loại thiết bị").select_option("counter")
    page.get_by_label("Tên thiết bị").fill(f"Máy quầy {number}")
    page.get_by_role("button", name="Lấy mã").click()
    code = page.locator("#code").inner_text()
    engine = memory_engine()
    device = Device(engine, enrol(engine, Application(server.url, code, "counter", "")), server.clock)
    pull_all(device)
    page.get_by_role("link", name="Xong").click()
    page.get_by_role("link", name=f"Thu hồi Máy quầy {number}").click()
    page.get_by_label("Lý do").select_option("replaced")
    page.get_by_role("button", name="Thu hồi thiết bị").click()
    assert page.get_by_role("status").first.inner_text().startswith("Đã thu hồi")
    with pytest.raises(ServerRefused) as refused:
        pull_all(device)
    device.close()
    assert refused.value.reason == "device_revoked"


EVERY_KIND_OF_PAGE = ("/lists/counters/part/quay-1", "/calendar", "/devices")


@pytest.mark.parametrize(
    ("language", "paths"),
    [
        ("vi", EVERY_KIND_OF_PAGE),
        ("en", ("/import",)),
        pytest.param("vi", PAGES, marks=pytest.mark.long),
        pytest.param("en", PAGES, marks=pytest.mark.long),
    ],
    ids=["vi", "en", "all-vi", "all-en"],
)
def test_every_page_is_free_of_what_axe_finds_and_fits_a_phone(
    browser: Browser, server: RunningServer, language: str, paths: tuple[str, ...]
) -> None:
    context = browser.new_context(viewport=PHONE, base_url=server.url, bypass_csp=True)  # type: ignore[arg-type]
    token, _ = session_token(server, add_account(server, "office_administrator", OFFICE))
    context.add_cookies([{"name": COOKIE, "value": token, "url": server.url}])
    page, axe = context.new_page(), Axe()
    found: dict[str, object] = {}
    for path in paths:
        answer = page.goto(f"/administration{path}?office={OFFICE}&lang={language}")
        assert answer is not None
        assert answer.status == 200, path
        violations = [each["id"] for each in axe.run(page).response["violations"]]
        if violations or page.evaluate(CUT_OFF) > 0:
            found[path] = violations or "cut off"
    context.close()
    assert found == {}
