"""The post's part of the morning: notes are made, a bag goes to the office, results come back and are delivered.

Who does what at which window; when, is for the script of the morning to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from installer.demo.citizens import CIVIL, ERRANDS
from installer.demo.hall import Hall, Receipt
from installer.demo.mail_hands import MailHands
from installer.demo.offered import OfferedProcedure
from installer.demo.officer import Officer
from installer.demo.post_hands import PrintedRecord, SentNote
from installer.demo.post_point import PostPoint
from installer.demo.till import Till
from resources.sample_ward.load import SampleCitizen, sample_citizens, sample_office_document
from shared.domain.tracking import check_digit

_ONE_STOP = "Bộ phận Một cửa"
_WITH_FEE, _WITHOUT_FEE = "2.000635", "1.004884"
_SENT = (_WITH_FEE, _WITHOUT_FEE, _WITH_FEE, _WITH_FEE, _WITHOUT_FEE, _WITH_FEE, _WITH_FEE)
"""The procedures of those who come to the point of the post, one after the other."""

BEFORE_THE_SERVER_LEAVES, WHILE_IT_IS_AWAY, AFTERWARDS = 4, 2, 1
"""So many of them come when."""

_REFUSED, _MISSING = 3, 4
"""The places of the notes that the office does not take: a broken seal, and one that is not in the bag."""

DELIVERED, ATTEMPTED = 2, 1
_FIRST_RECEIPT, _FIRST_LABEL = 501, 20_260_011


class PostRounds:
    """What is done about the post. `officer` sits at the counter that takes the bag."""

    def __init__(
        self,
        post: PostPoint,
        officer: Officer,
        hall: Hall,
        till: Till,
        procedures: Mapping[str, OfferedProcedure],
    ) -> None:
        self._post, self._officer = post, officer
        self._hall, self._till = hall, till
        self._procedures = procedures
        self._errands = {each.code: each for each in ERRANDS if each.department == CIVIL}
        self._name = next(each["name"] for each in sample_office_document()["other_units"] if each["kind"] == "post")
        self._notes: list[SentNote] = []
        self._record: PrintedRecord | None = None
        self._going_out: tuple[tuple[Receipt, str], ...] = ()
        self._total = ""

    # At the point of the post.

    def take_in(self, count: int) -> None:
        """So many people hand their papers to the post."""
        for _ in range(count):
            place = len(self._notes)
            errand = self._errands[_SENT[place]]
            sender = _sender(place)
            receipt = f"{_FIRST_RECEIPT + place:07d}"
            fee = self._post.post.fill_note(sender, errand, self._procedures[errand.code], receipt)
            if place == 0:
                self._post.hands.photograph("post_note_filled")
            self._notes.append(self._post.post.make_note(sender, errand, fee))
            if place == 0:
                self._post.hands.photograph("post_note_made")

    def fill_and_sign_the_bag(self) -> None:
        """Some more come; then every note goes into the bag, the employee signs, and the record is printed."""
        self.take_in(WHILE_IT_IS_AWAY)
        self._post.hands.offer(_ONE_STOP, tuple(each.number for each in self._notes))
        self._post.hands.photograph("bag_offered")
        self._record = self._post.post.record()

    def look_what_was_entered(self) -> None:
        """What the office has entered has a code now; what it missed is found; one more sender comes."""
        for place, note in enumerate(self._notes):
            if place not in (_REFUSED, _MISSING):
                code = self._post.post.dossier_of(note)
                self._hall.received(Receipt(code, code, note.citizen, note.errand, by_post=True))
        self._post.post.find_what_was_missing()
        self.take_in(AFTERWARDS)

    def carry_out(self) -> None:
        """The employee counts and signs what the office gives, delivers, and finds nobody at home once."""
        post = self._post.post
        self._post.hands.accept_incoming(tuple(label for _, label in self._going_out))
        for place, (receipt, label) in enumerate(self._going_out):
            if place < DELIVERED:
                post.deliver(label, receipt.citizen, "delivery_at_the_door" if place == 0 else "")
            else:
                post.find_nobody_home(label, receipt.citizen, "delivery_attempted")
        post.look_at_the_day()

    # At the office's counter.

    def take_the_bag(self) -> None:
        """The officer scans what came: one seal is broken, one note is not there, the money agrees."""
        if self._record is None:
            raise ValueError("no bag has been signed for")
        bag = MailHands(self._officer.hands)
        there = [note for place, note in enumerate(self._notes) if place not in (_REFUSED, _MISSING)]
        money = sum(note.fee_vnd for note in there)
        bag.open_bag(self._record.codes)
        bag.count_bag(tuple(note.codes for note in there), self._notes[_REFUSED].codes, money)
        bag.sign_for_bag()
        self._till.brought(money)

    def print_the_receipts(self) -> None:
        """The senders' receipts are printed, of what has become dossiers with the signature."""
        MailHands(self._officer.hands).print_receipts()
        self._officer.hands.back_to_reception()

    def send_results(self) -> None:
        """Results of dossiers that came by post go back by post: labelled, listed, signed for."""
        receipts = [each for each in self._hall.receipts_for(CIVIL) if each.by_post][: DELIVERED + ATTEMPTED]
        self._going_out = tuple((each, _label(place)) for place, each in enumerate(receipts))
        mail = MailHands(self._officer.hands)
        for place, (receipt, label) in enumerate(self._going_out):
            mail.prepare_delivery(receipt.code, label, "delivery_prepared" if place == 0 else "")
        self._officer.hands.offer(self._name, tuple(label for _, label in self._going_out))
        self._officer.hands.back_to_reception()

    # At every window.

    def look_at_the_map(self) -> None:
        """The postal employee looks where all paper is."""
        self._total = MailHands(self._post.hands).total_on_the_map()
        self._post.hands.photograph("custody_at_the_post")

    def sees_the_same(self, officer: Officer) -> None:
        """The custody map at `officer`'s window says what the postal employee has seen."""
        MailHands(officer.hands).map_says(self._total)
        if officer is self._officer:
            officer.hands.photograph("custody_at_the_office")


def _sender(place: int) -> SampleCitizen:
    """Who sends: the last grown people of the sample, who have not been to the office."""
    return sample_citizens()[-1 - place]


def _label(place: int) -> str:
    """A label of the post with its check digit (UPU S10)."""
    digits = f"{_FIRST_LABEL + place:08d}"
    return f"RR{digits}{check_digit(digits)}VN"
