"""A whole office in memory with fixed content: the port of the counter for pictures and tests."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from counter.ports import (
    CounterChoice,
    Officer,
    SyncState,
)
from counter.sample.attachments import SampleAttachments
from counter.sample.book import SampleBook
from counter.sample.calendar import SampleCalendar
from counter.sample.consign import SampleConsign
from counter.sample.content import fill
from counter.sample.custody import SampleCustody
from counter.sample.deadlines import SampleDeadlines
from counter.sample.deciding import SampleDeciding
from counter.sample.delivery import SampleDelivery
from counter.sample.dossier_rows import SampleRows
from counter.sample.dossiers import SampleDossiers
from counter.sample.fees import SampleFees
from counter.sample.forms import SampleForms
from counter.sample.handover import SampleHandover
from counter.sample.lead import SampleLead
from counter.sample.pins import SamplePins
from counter.sample.post_day import SamplePostDay
from counter.sample.queue import SampleQueue
from counter.sample.reception import SampleReception
from counter.sample.results import SampleResults
from counter.sample.steps import SampleSteps
from resources.catalogue.marks import with_national_marks
from resources.sample_ward.load import SampleStaff, sample_office_document, sample_staff
from shared.clock import Clock
from shared.domain.dossier import ONE_STOP
from shared.domain.office import Office, office_from_document
from shared.domain.office_names import unit_name
from shared.domain.units import unit_kind
from shared.failures import EnvironmentFailure, Refusal

_MOST_FOUND = 30


@cache
def _ward() -> Office:
    return with_national_marks(office_from_document(sample_office_document()))


class SampleOffice(
    SampleQueue,
    SampleReception,
    SampleHandover,
    SampleDossiers,
    SampleSteps,
    SampleForms,
    SampleDeadlines,
    SampleFees,
    SampleResults,
    SampleLead,
    SampleCalendar,
    SampleAttachments,
    SampleCustody,
    SampleConsign,
    SampleDelivery,
    SampleDeciding,
    SamplePostDay,
):
    """The sample ward on one morning (đơn vị mẫu).

    Attributes: `sync`, what `sync_state` answers; `drafts`, by name; `received`, the forms that were received;
    `book`, what has happened.
    """

    def __init__(self, clock: Clock) -> None:
        office = _ward()
        self.book = SampleBook(clock)
        super().__init__(self.book, office)
        self._clock, self._ward = clock, office
        self._rows = SampleRows(self.book, office, clock)
        self._person: Officer | None = None
        self._pins = SamplePins()
        fill(self.book, office)
        self.sync = SyncState(online=True, unsent=0, last_contact=clock.now(), problem_vi="", problem_en="")
        self.begin_reception()

    def sign_in(self, name: str, password: str) -> Officer:
        """Signs in somebody of the sample's staff."""
        self._person = self.verify(name, password)
        self.officer = self._person.id
        return self._person

    def verify(self, name: str, password: str) -> Officer:
        """Somebody of the sample's staff."""
        for member in sample_staff():
            if member.sign_in == name.strip().casefold() and member.password == password:
                self._pins.wrong = 0
                return self._officer_of(member)
        raise Refusal("sign_in_failed", "Tên hoặc mật khẩu chưa đúng.", "The name or the password is not right.")

    def unlock(self, pin: str) -> None:
        """Checks the PIN of the officer signed in."""
        self._pins.check(self._officer_now().id, pin)

    def sign_out(self) -> tuple[str, ...]:
        """Closes the counter and forgets the officer."""
        released = self.close_counter() if self.counter else ()
        self._person = None
        return released

    def open_counter(self, counter: str) -> None:
        """Opens a counter."""
        self.counter: CounterChoice | None = next(each for each in self.counters() if each.id == counter)

    def pause(self) -> None:
        """Pauses."""
        self._open()

    def resume(self) -> None:
        """Goes on."""
        self._open()

    def close_counter(self) -> tuple[str, ...]:
        """Closes the counter."""
        released = self.release()
        self.counter = None
        return released

    def sync_state(self) -> SyncState:
        """What `sync` says."""
        return self.sync

    def lose_contact(self, unsent: int) -> None:
        """From now on the server is silent."""
        self.sync = replace(self.sync, online=False, unsent=unsent)

    def _officer_of(self, member: SampleStaff) -> Officer:
        unit = member.unit or ONE_STOP
        kind = unit_kind(self._ward, unit)
        return Officer(member.id, member.name, member.role, unit, unit_name(self._ward, unit), bool(member.pin), kind)


class SampleLine:
    """The line to the sample's server. Attributes: `silent`, whether it answers nothing; `keys`, the claims made."""

    def __init__(self, office: SampleOffice) -> None:
        self._office = office
        self.silent = False
        self.keys: list[str] = []

    def claim(self, key: str) -> bytes | None:
        """Claims the next ticket."""
        self.keys.append(key)
        return None if self.silent else self._office.next_claim(key)


class SamplePrinter:
    """A printer that keeps what it prints. Attributes: `printed`, (name, PDF); `out_of_paper`."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, bytes]] = []
        self.out_of_paper = False

    def print_form(self, name: str, pdf: bytes) -> None:
        """Keeps `pdf`; EnvironmentFailure while there is no paper."""
        if self.out_of_paper:
            raise EnvironmentFailure(
                "no_paper",
                "Máy in hết giấy; hồ sơ đã được lưu. Xin thêm giấy rồi bấm In lại.",
                "The printer is out of paper; the dossier is saved. Add paper, then choose Print again.",
            )
        self.printed.append((name, pdf))
