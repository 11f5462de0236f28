"""A whole day of one counter in which every field that may hold something about a person holds a word of its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from counter.ports import Applicant, AuthorisedCollector, FeeForm, GuidanceForm, ReceptionForm, ReturnProof, StopForm
from counter.ports.reception import Submitter
from counter.wiring.office import JournalCounterOffice
from shared.clock import SetClock
from shared.domain.dossier import GivenDocument
from shared.domain.payment import FeePart
from tests.counter.counters import STAFF, askable, hand_over, procedure_of_a_department
from tests.scans import samples

LAND = "1.013831"
"""A procedure with two planned appointments."""


class Canaries:
    """Words that are found again wherever they get to. `sung` holds each by the field it was put into."""

    def __init__(self) -> None:
        self.sung: dict[str, str] = {}

    def word(self, place: str) -> str:
        """A new word for `place`, letters only."""
        return self.sung.setdefault(place, f"Hoàngyến{_letters(len(self.sung))}")

    def number(self, place: str) -> str:
        """A new number of twelve digits for `place`."""
        return self.sung.setdefault(place, f"000777{len(self.sung):06}")


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}") + "zq"


@dataclass
class Life:
    """What the day has left: papers on disk, the addresses shown to citizens, and every sentence that was said."""

    canaries: Canaries = field(default_factory=Canaries)
    addresses: list[str] = field(default_factory=list)
    print_names: list[str] = field(default_factory=list)
    dossiers: list[str] = field(default_factory=list)


def person(canaries: Canaries, who: str) -> Applicant:
    """An organisation, so that the name of its representative is typed too."""
    return Applicant(
        name=canaries.word(f"{who}.name"),
        identity_number=canaries.number(f"{who}.identity_number"),
        birth_date=date(1931, 7, 13),
        address=canaries.word(f"{who}.address"),
        phone=canaries.number(f"{who}.phone"),
        email=f"{canaries.word(f'{who}.email')}@vi-du.example",
        kind="organisation",
        representative=canaries.word(f"{who}.representative"),
    )


def reception(canaries: Canaries, who: str, procedure: str, paper: str) -> ReceptionForm:
    """A form with everything that may be typed about people."""
    return ReceptionForm(
        procedure=procedure,
        applicant=person(canaries, who),
        channel="in_person",
        documents=(GivenDocument(paper, 1, 0),),
        sets=1,
        fee_vnd=None,
        return_way="post",
        ticket=None,
        submitter=Submitter(
            canaries.word(f"{who}.submitter.name"),
            canaries.number(f"{who}.submitter.identity_number"),
            canaries.number(f"{who}.submitter.phone"),
            canaries.word(f"{who}.submitter.paper"),
        ),
        collectors=(
            AuthorisedCollector(
                canaries.word(f"{who}.collector.name"),
                canaries.number(f"{who}.collector.identity_number"),
                canaries.word(f"{who}.collector.paper"),
            ),
        ),
        return_address=canaries.word(f"{who}.return_address"),
    )


def live(counter: JournalCounterOffice, clock: SetClock, folder: Path) -> Life:
    """Does every deed of the counter that takes words about people, once; `folder` holds the files to scan."""
    life = Life()
    for deed in (_given_back, _stopped_and_refused, _duty, _returned, _guided):
        for printed in deed(counter, clock, life, folder):
            life.print_names.append(printed)
    return life


def _receive(counter: JournalCounterOffice, life: Life, who: str, procedure: str | None = None) -> str:
    counter.officer = STAFF["thu"]
    known = procedure_of_a_department()
    form = reception(life.canaries, who, procedure or known.code, askable(known)[0])
    counter.save_draft("reception", {"form": form.personal_record()})
    received = counter.receive(form)
    counter.drop_draft("reception")
    life.dossiers.append(received.id)
    return received.id


def _given_back(counter: JournalCounterOffice, _: SetClock, life: Life, folder: Path) -> Iterator[str]:
    dossier = _receive(counter, life, "payer")
    yield counter.form_01(dossier).name
    code = counter.dossier_page(dossier).row.code
    over = FeeForm(
        dossier=dossier,
        amount_vnd=9000,
        due_vnd=5000,
        parts=(FeePart("Lệ phí", 9000),),
        way="cash",
        over_reason=life.canaries.word("fee.over_reason"),
    )
    counter.give_back(counter.collect(over).id, life.canaries.word("fee.reason"))
    paper = folder / f"{life.canaries.word('scan.file_name')}.pdf"
    paper.write_bytes(samples.pdf(1))
    scan = counter.attach(dossier, paper, "Tờ khai")
    counter.withdraw_attachment(scan.id)
    counter.put_back_attachment(scan.id)
    counter.fee_card(code)
    counter.cash_up_sheet(date(2026, 11, 23), 0, everybody=True)


def _stopped_and_refused(counter: JournalCounterOffice, clock: SetClock, life: Life, _: Path) -> Iterator[str]:
    lacking = askable(procedure_of_a_department())[1]
    asked = _receive(counter, life, "asked")
    yield counter.request_supplement(asked, (lacking,), life.canaries.word("supplement.reason")).name
    clock.advance(timedelta(minutes=30))
    counter.take_supplement(asked, (GivenDocument(lacking, 1, 0),))
    sorry = life.canaries.word("apology.reason")
    yield counter.send_apology(asked, sorry, counter.suggested_new_day(asked)).name
    request = StopForm(
        "applicant",
        life.canaries.word("stop.name"),
        "signed_request",
        life.canaries.word("stop.proof"),
        clock.now() - timedelta(minutes=5),
    )
    yield counter.stop(asked, request).name
    yield counter.refuse(_receive(counter, life, "refused"), life.canaries.word("refusal.reason")).name


def _duty(counter: JournalCounterOffice, _: SetClock, life: Life, __: Path) -> Iterator[str]:
    land = _receive(counter, life, "land", LAND)
    counter.meet_appointment(land)
    counter.show_duty(land, life.canaries.word("duty.proof"))
    yield counter.form_01(land).name


def _returned(counter: JournalCounterOffice, _: SetClock, life: Life, __: Path) -> Iterator[str]:
    dossier = _receive(counter, life, "returned")
    hand_over(counter, dossier, "thu", "tuphap")
    counter.officer = STAFF["tuphap"]
    counter.mark_result_ready(dossier, "granted")
    hand_over(counter, dossier, "tuphap", "thu")
    counter.officer = STAFF["thu"]
    yield counter.control_slip(dossier).name
    somebody = AuthorisedCollector(
        life.canaries.word("return.name"),
        life.canaries.number("return.identity_number"),
        life.canaries.word("return.paper"),
    )
    proof = ReturnProof(authorised=somebody, receipt_lost=True, identity_seen=True)
    life.addresses.append(counter.return_result(dossier, "authorised", proof).rating_url)


def _guided(counter: JournalCounterOffice, _: SetClock, life: Life, __: Path) -> Iterator[str]:
    request, reason = life.canaries.word("guidance.request"), life.canaries.word("guidance.reason")
    form = GuidanceForm(
        "supplement_request", procedure_of_a_department().code, person(life.canaries, "guided"), (request,), reason
    )
    yield counter.guidance_form(form).name
