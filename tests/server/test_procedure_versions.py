"""A version of a procedure that begins later: it is named, opened and corrected, and is not lost by an older form."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from shared.domain.office import Office
from shared.domain.procedure import Procedure
from tests.server.administering import at, filled, known
from tests.server.browsing import Browser, browser
from tests.server.running import file_engine, running

CODE = "1.001193"
ADDRESS = f"procedures/part/{CODE}"
LATER = "2027-01-01"


@pytest.fixture(scope="module")
def administrator(tmp_path_factory: pytest.TempPathFactory, sample_ward: Office) -> Iterator[Browser]:
    engine = file_engine(tmp_path_factory.mktemp("versions"))
    with running(engine, sample_ward) as server, browser(server, "office_administrator", "phuong-mau") as signed_in:
        change(signed_in, at(ADDRESS), {"name": "Đăng ký khai sinh mới", "valid_from": LATER})
        yield signed_in
    engine.dispose()


def change(administrator: Browser, address: str, changed: dict[str, object]) -> None:
    """Opens the form at `address`, changes some fields and applies them."""
    fields = filled(administrator.get(address).text) | changed
    assert administrator.post(at(ADDRESS), {**fields, "step": "do"}).status_code == 303


def versions(administrator: Browser) -> list[tuple[str, str, str, int | None]]:
    """From, to, name and fee of each version."""
    found: list[Procedure] = [each for each in known(administrator.server).procedures if each.code == CODE]
    return [(str(each.valid_from), str(each.valid_to), each.name, each.fee_vnd) for each in found]


def test_the_form_names_the_version_that_begins_later_and_opens_it(administrator: Browser) -> None:
    page = administrator.get(at(ADDRESS)).text
    assert f"version={LATER}" in page
    assert "Đăng ký khai sinh mới" not in page
    later = administrator.get(at(ADDRESS) + f"&version={LATER}").text
    assert filled(later)["name"] == "Đăng ký khai sinh mới"
    assert filled(later)["valid_from"] == LATER


def test_whoever_replaces_a_later_version_with_todays_form_is_shown_what_it_undoes(administrator: Browser) -> None:
    fields = filled(administrator.get(at(ADDRESS)).text) | {"valid_from": LATER}
    preview = administrator.post(at(ADDRESS), fields).text
    assert "Sẽ thay đổi" in preview
    assert preview.index("Đăng ký khai sinh mới") < preview.index('name="valid_from"')


def test_a_version_that_nobody_has_opens_the_one_of_today(administrator: Browser) -> None:
    for asked in ("2030-01-01", "xx", ""):
        assert filled(administrator.get(at(ADDRESS) + f"&version={asked}").text)["valid_from"] == "2026-11-24"


def test_a_later_version_is_corrected_and_keeps_what_was_changed_before(administrator: Browser) -> None:
    before = versions(administrator)
    change(administrator, at(ADDRESS) + f"&version={LATER}", {"fee.amount_vnd": "9000"})
    assert versions(administrator) == [before[0], (LATER, "None", "Đăng ký khai sinh mới", 9000)]
