"""Every kind of event has its act, so that no gate can be walked around."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from shared.domain.authority import ACT_OF_KIND, act_of_kind, oversteps, refuse_client_overstep, refuse_overstep
from shared.domain.fact import SETTLED
from shared.failures import Refusal
from shared.journal.read_model import PROJECTIONS
from tests.staffed import staffed_ward

DOMAIN = Path(__file__).resolve().parents[2] / "shared" / "domain"
WARD = staffed_ward()
OFFICER, DEPARTMENT = "staff-1", "staff-5"


def kinds_in_the_domain() -> set[str]:
    """Every kind of event that the domain's source names."""
    prefixes = "|".join(PROJECTIONS)
    named = re.compile(rf'"((?:{prefixes})\.[a-z_]+)"')
    sources = [path.read_text(encoding="utf-8") for path in DOMAIN.glob("*.py") if path.name != "authority.py"]
    return {kind for source in sources for kind in named.findall(source)}


def test_every_kind_that_the_domain_names_stands_in_the_table() -> None:
    missing = sorted(kind for kind in kinds_in_the_domain() - set(ACT_OF_KIND) if not kind.endswith(SETTLED))
    assert missing == []


def test_a_role_may_write_what_it_may_do_and_nothing_else() -> None:
    refuse_overstep(WARD, OFFICER, "dossier.received")
    refuse_overstep(WARD, DEPARTMENT, "dossier.result_ready")
    with pytest.raises(Refusal) as refused:
        refuse_overstep(WARD, DEPARTMENT, "dossier.received")
    assert refused.value.code == "not_allowed"
    assert oversteps(WARD, DEPARTMENT, "dossier.received") == "receive"
    assert oversteps(WARD, OFFICER, "dossier.received") is None


def test_somebody_who_is_nobody_here_goes_beyond_every_role() -> None:
    assert oversteps(WARD, "staff-99", "ticket.called") == "call"


def test_what_citizens_and_machines_do_needs_no_role() -> None:
    assert oversteps(WARD, "kiosk", "ticket.issued") is None
    assert act_of_kind("something.unknown") is None


def test_a_connected_system_writes_only_what_its_key_includes() -> None:
    refuse_client_overstep({"submit_dossiers"}, "dossier.received")
    refuse_client_overstep({"record_results"}, "dossier.result_ready")
    for rights, kind in (
        ({"record_results"}, "dossier.received"),
        ({"submit_dossiers"}, "dossier.result_ready"),
        ({"submit_dossiers", "record_results"}, "dossier.returned"),
    ):
        with pytest.raises(Refusal) as refusal:
            refuse_client_overstep(rights, kind)
        assert refusal.value.code == "not_allowed"


def test_in_the_log_of_a_device_a_connected_system_is_nobody() -> None:
    assert oversteps(WARD, "client:cong-tinh", "dossier.received") == "receive"
