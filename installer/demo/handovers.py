"""What officers are asked to do between citizens: handovers both ways, steps of the law, the end of the morning."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from installer.demo.citizens import CIVIL, ECONOMY
from installer.demo.hall import Receipt
from installer.demo.officer import Officer
from installer.demo.till import Till
from resources.sample_ward.load import SampleStaff, sample_office_document

_ONE_STOP = "Bộ phận Một cửa"
"""How the counter calls the one-stop office among the units."""


class Handovers:
    """What officers do when asked to, each on the own thread and at the own counter.

    Attributes: `cash_up_vnd`, the total on the cash-up sheet once it is printed.
    """

    def __init__(self, officers: Mapping[int, Officer]) -> None:
        self._officers = officers
        self.cash_up_vnd = 0
        departments = sample_office_document()["departments"]
        self._names: dict[str, str] = {each["id"]: each["name"] for each in departments}

    def give(self, receipts: Sequence[Receipt], receiver: SampleStaff) -> None:
        """Counter 2 hands over, everything is there, both sign on the same screen."""
        hands = self._officers[2].hands
        urls = tuple(receipt.url for receipt in receipts)
        hands.offer(self._names[ECONOMY], urls)
        hands.sign_here(receiver, urls, some_missing=False)
        hands.print_record()
        hands.back_to_reception()

    def give_with_one_missing(self, receipts: Sequence[Receipt], receiver: SampleStaff) -> None:
        """Counter 1 hands over; one dossier on the list is not there. It is found, and goes on a list of its own."""
        hands = self._officers[1].hands
        urls = tuple(receipt.url for receipt in receipts)
        hands.offer(self._names[CIVIL], urls)
        hands.photograph("handover_offered")
        hands.sign_here(receiver, urls[1:], some_missing=True)
        hands.photograph("handover_one_missing")
        hands.print_record()
        hands.offer(self._names[CIVIL], urls[:1])
        hands.sign_here(receiver, urls[:1], some_missing=False)
        hands.print_record()
        hands.back_to_reception()

    def decide_and_hand_back(self, units: Sequence[tuple[SampleStaff, Sequence[Receipt]]]) -> None:
        """At counter 4 the departments' people sign in one after the other, mark results, and hand them back."""
        officer = self._officers[4]
        hands = officer.hands
        hands.sign_out()
        for member, receipts in units:
            hands.sign_in(member, None)
            for receipt in receipts:
                hands.mark_ready(receipt.code, receipt.url)
            hands.photograph(f"department_{member.sign_in}")
            hands.offer(_ONE_STOP, tuple(receipt.url for receipt in receipts))
            hands.sign_out()
        hands.sign_in(officer.post.staff, officer.post.counter)

    def take_back(self, units: Sequence[tuple[SampleStaff, Sequence[Receipt]]]) -> None:
        """Counter 1 counts and signs what the departments hand back."""
        hands = self._officers[1].hands
        for _, receipts in units:
            hands.accept_incoming(tuple(receipt.url for receipt in receipts))
            hands.photograph("handover_accepted")
        hands.back_to_reception()

    def steps_of_the_law(self, lacking: Receipt, late: str) -> None:
        """Counter 3 asks for a paper, which comes at once, and apologises for the dossier `late`."""
        officer = self._officers[3]
        officer.rooms.ask_for_supplement(lacking.code)
        officer.rooms.take_supplement()
        officer.rooms.apologise(late)
        officer.hands.back_to_reception()

    def cash_up(self, till: Till) -> None:
        """Counter 1 prints the sheet of everybody's money."""
        self.cash_up_vnd = self._officers[1].rooms.cash_up(till)

    def leader_looks(self, leader: SampleStaff) -> None:
        """The team leader sits down at counter 4 for a moment."""
        officer = self._officers[4]
        officer.hands.sign_out()
        officer.hands.sign_in(leader, None)
        officer.rooms.look_at_the_plots()
        officer.hands.sign_out()
        officer.hands.sign_in(officer.post.staff, officer.post.counter)
