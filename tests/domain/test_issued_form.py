"""Official forms as the journal knows them: numbers, words, prints; and how a unit kept its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from resources.sample_ward.load import sample_office_document
from shared.clock import HO_CHI_MINH
from shared.domain.dossier import ONE_STOP, Dossier, GivenDocument
from shared.domain.dossier import decide as decide_dossier
from shared.domain.dossier_fold import evolve as evolve_dossier
from shared.domain.fact import Fact, fold, step
from shared.domain.issued_form import FormWords, Guidance, Issue, IssuedForm, Print, decide, evolve, next_order
from shared.domain.kept_time import KeptTime, kept_time
from shared.domain.office import form_on, office_from_document
from shared.failures import Refusal

from .stories import START, record
from .test_dossier_progress import RECEIVE

UNIT = "van-phong"
WARD = office_from_document(sample_office_document())
VERSION = form_on(WARD, "supplement_request", START.date())
assert VERSION is not None
WORDS = FormWords(
    managing_body="UBND phường Mẫu",
    office_name="Trung tâm",
    place="Phường Mẫu",
    procedure_name="Khai sinh",
    unit=UNIT,
    papers=(GivenDocument("Tờ khai", 1, 0),),
    requests=("Giấy chứng sinh",),
    due_at=START,
    asked_by="portal",
    asked_at=START,
)
ISSUE = Issue("f-1", "supplement_request", "d-1", 2026, 100_001, VERSION, WORDS, "a" * 64, "b" * 64)
GUIDANCE = Guidance({"name": "Nguyễn Thị Kín"}, ("Ký vào tờ khai",), "Thiếu chữ ký")


def form_of(*facts: Fact) -> IssuedForm:
    found = fold(evolve, [record(fact, at) for at, fact in enumerate(facts, start=1)])
    assert found is not None
    return found


def test_an_issued_form_keeps_every_word_it_was_issued_with() -> None:
    form = form_of(*decide(None, ISSUE))
    assert (form.words, form.order, form.year) == (WORDS, 100_001, 2026)
    assert (form.version.number, form.version.basis) == ("02", "Thông tư 03/2025/TT-VPCP")
    assert (form.applicant, form.reason) == ("a" * 64, "b" * 64)
    assert (form.prints, form.issued_by) == (1, "staff-1")


def test_every_further_print_is_counted() -> None:
    (fact,) = decide(None, ISSUE)
    form = form_of(fact, *decide(form_of(fact), Print()), *decide(form_of(fact), Print()))
    assert form.prints == 3
    assert form.last_printed_at > form.issued_at


@pytest.mark.parametrize(("form", "command", "code"), [(None, Print(), "no_such_form"), ("f", ISSUE, "already_issued")])
def test_what_cannot_be_is_refused(form: str | None, command: Issue | Print, code: str) -> None:
    known = form_of(*decide(None, ISSUE)) if form else None
    with pytest.raises(Refusal) as refused:
        decide(known, command)
    assert refused.value.code == code


def test_guidance_is_personal_and_nothing_of_it_is_in_the_data() -> None:
    (fact,) = decide(None, replace(ISSUE, dossier=None, applicant=None, reason=None, guidance=GUIDANCE))
    assert fact.personal == {
        "applicant": {"name": "Nguyễn Thị Kín"},
        "requests": ["Ký vào tờ khai"],
        "reason": "Thiếu chữ ký",
    }
    assert "Kín" not in str(fact.data)
    assert form_of(fact).reason == "hash"


@pytest.mark.parametrize(
    "lacking",
    [replace(GUIDANCE, reason=" "), replace(GUIDANCE, requests=("",)), replace(GUIDANCE, applicant={"name": ""})],
)
def test_guidance_needs_a_name_a_reason_and_what_to_do(lacking: Guidance) -> None:
    with pytest.raises(Refusal) as refused:
        decide(None, replace(ISSUE, dossier=None, guidance=lacking))
    assert refused.value.code == "words_missing"


def test_a_refusal_given_as_guidance_needs_no_requests() -> None:
    (fact,) = decide(None, replace(ISSUE, form="refusal", dossier=None, guidance=replace(GUIDANCE, requests=())))
    assert form_of(fact).form == "refusal"


def test_facts_that_do_not_fit_leave_a_conflict_or_nothing() -> None:
    (fact,) = decide(None, ISSUE)
    assert [each.code for each in form_of(fact, fact).conflicts] == ["issued_twice"]
    assert fold(evolve, [record(Fact("f-1", "form.printed", {}), 1)]) is None
    broken = replace(fact, data={**fact.data, "form": "poem"})
    assert fold(evolve, [record(broken, 1)]) is None
    assert step(evolve, form_of(fact), record(Fact("f-1", "form.burnt", {}), 2)) == form_of(fact)


def test_each_device_counts_in_a_range_of_its_own() -> None:
    assert [next_order(None, 1), next_order(None, 2), next_order(200_007, 2)] == [100_001, 200_001, 200_008]
    with pytest.raises(Refusal) as refused:
        next_order(199_999, 1)
    assert refused.value.code == "range_used_up"


def received_at(day: int, hour: int) -> Dossier:
    moment = datetime(2026, 11, day, hour, 30, tzinfo=HO_CHI_MINH)
    due = datetime(2026, 11, 27, 17, 0, tzinfo=HO_CHI_MINH)
    (fact,) = decide_dossier(None, replace(RECEIVE, received_at=moment, due_at=due))
    recorded = replace(record(fact, 1), device_time=moment.astimezone(UTC))
    found = fold(evolve_dossier, [recorded])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("received", "giver", "receiver", "at", "kept"),
    [
        ((23, 9), ONE_STOP, UNIT, (23, 16), "on_time"),
        ((23, 9), ONE_STOP, UNIT, (25, 8), "late"),
        ((23, 15), ONE_STOP, UNIT, (23, 16), "early"),
        ((23, 15), ONE_STOP, UNIT, (25, 8), "on_time"),
        ((23, 9), UNIT, ONE_STOP, (26, 9), "early"),
        ((23, 9), UNIT, ONE_STOP, (27, 16), "on_time"),
        ((23, 9), UNIT, ONE_STOP, (30, 8), "late"),
        ((23, 9), UNIT, "kinh-te", (26, 9), None),
    ],
)
def test_a_handover_says_who_kept_the_time(
    received: tuple[int, int], giver: str, receiver: str, at: tuple[int, int], kept: KeptTime | None
) -> None:
    moment = datetime(2026, 11, at[0], at[1], 0, tzinfo=HO_CHI_MINH)
    assert kept_time(WARD.calendar, received_at(*received), giver, receiver, moment) == kept
