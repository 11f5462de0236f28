"""A post point and an office on one machine: forty notes offered, counted and entered, a result brought with its fee.

Every deed is one transaction, told when it is durable. Notes and delivery are there already, made by the test.
"""

from __future__ import annotations

from collections.abc import Mapping

from counter.ports import Count
from counter.ports.delivery import HandingForm
from counter.wiring.office import JournalCounterOffice
from shared.domain.custody import ONE_STOP
from tests.counter.counters import STAFF
from tests.faults.counter_program import counter_of, every_run, tried

FEE_VND = 5000


def offer(office: JournalCounterOffice) -> str:
    """The post signs for everything it has for the office."""
    office.officer = STAFF["buutu"]
    listed = tuple(("consignment", each.id) for each in office.notes_of_today() if each.here)
    return office.offer(ONE_STOP, (), listed).id  # type: ignore[arg-type]  # the kind is one of the names


def accept(office: JournalCounterOffice) -> str:
    """The office counts the only list that waits, with its money, and signs; the notes become dossiers."""
    office.officer = STAFF["thu"]
    waiting = next(each for each in office.handovers() if each.state == "offered" and each.receiver == ONE_STOP)
    return office.accept(waiting.id, Count(counted_vnd=FEE_VND * waiting.count), None).id


def deliver(office: JournalCounterOffice) -> str:
    """The one result is brought and its fee collected."""
    office.officer = STAFF["buutu"]
    row = office.delivery_lists().with_post[0]
    form = HandingForm("addressee", "identity_card", row.addressee_name, "000000000001", "", "01AB-26E", "0000999")
    office.hand_delivery(row.id, form)
    return row.id


def run(plan: Mapping[str, object]) -> None:
    """One run of the plan, in this process."""
    with counter_of(plan) as office:
        tried("offered", lambda: offer(office))
        tried("accepted", lambda: accept(office))
        tried("delivered", lambda: deliver(office))


if __name__ == "__main__":
    every_run(run)
