"""Results: every screen, each brought about on a fresh stage."""

from __future__ import annotations

from dataclasses import replace

from counter.stage import Scene, Stage
from resources.sample_ward.load import sample_citizens


def results_page(stage: Stage) -> None:
    """Results that wait."""
    stage.serve()
    stage.window.show_room("results")


def result_card(stage: Stage) -> None:
    """A result that may be returned."""
    results_page(stage)
    stage.settle()
    stage.window.presenters.results.scanned(stage.office.ready_results()[0].code)


def result_not_ready(stage: Stage) -> None:
    """A result that may not be returned yet."""
    results_page(stage)
    stage.settle()
    stage.window.presenters.results.scanned(stage.office.held_here()[0].code)


def rating_page(stage: Stage) -> None:
    """The code for the rating after the return."""
    result_card(stage)
    stage.settle()
    stage.window.presenters.results.return_result()


def result_authorised(stage: Stage) -> None:
    """Somebody whom the applicant authorised at reception collects; a fee is open; the receipt was not brought."""
    _prepare(stage)
    results_page(stage)
    stage.settle()
    results = stage.window.presenters.results
    results.scanned(stage.office.ready_results()[0].code)
    stage.settle()
    results.choose_recorded(0)
    results.set(receipt_lost=True)


def result_fee_open(stage: Stage) -> None:
    """The applicant collects and still has to pay."""
    _prepare(stage)
    result_card(stage)


def _prepare(stage: Stage) -> None:
    """The first result that waits has a collector, recorded at reception, and a fee that nobody has paid."""
    book = stage.office.book
    ready = (each for each in book.dossiers.values() if each.stage == "result_at_counter")
    dossier = min(ready, key=lambda each: each.due_at or each.received_at)
    book.dossiers[dossier.id] = replace(dossier, fee_vnd=8000)
    person = sample_citizens()[30]
    paper = "Giấy ủy quyền số 12/2026, UBND phường Mẫu chứng thực"
    collector = {"name": person.name, "identity_number": person.id_number, "paper": paper}
    book.people[dossier.applicant or ""]["collectors"] = [collector]


SCREENS: tuple[Scene, ...] = (
    results_page,
    result_card,
    result_not_ready,
    result_authorised,
    result_fee_open,
    rating_page,
)
