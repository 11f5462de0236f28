"""What all rooms of the counter share: the device, who has signed in, which counter is open."""

from __future__ import annotations

from counter.ports import DossierRow, Officer
from counter.rows import dossier_row
from counter.wiring.kept_answers import KeptAnswers
from shared.actions.as_officer import as_officer
from shared.clock import business_date, midnight
from shared.domain.authority import refuse_overstep
from shared.domain.desk import Desk
from shared.domain.dossier import ONE_STOP, Dossier
from shared.domain.office import Office, StaffMember
from shared.domain.office_names import unit_name
from shared.domain.permission import Act
from shared.domain.units import unit_kind
from shared.failures import Refusal
from shared.journal.dossier_queries import personal_records
from shared.journal.journal import Reader
from shared.journal.read_model import milliseconds
from shared.qt.device_program import DeviceProgram


class CounterWork:
    """The base of the rooms. `officer` and `desk` are of this run of the program only."""

    def __init__(self, program: DeviceProgram) -> None:
        self.program = program
        self.journal = program.journal
        self.journal.authority = self._refuse_overstep
        self.officer: Officer | None = None
        self.desk: Desk | None = None
        self.kept = KeptAnswers()

    def office(self) -> Office:
        """The office's reference data as this machine has it."""
        with self.journal.reading() as reader:
            return self.program.reference.read(reader.connection)

    def signed_in(self) -> Officer:
        """The officer, or Refusal `not_signed_in`."""
        if self.officer is None:
            raise Refusal("not_signed_in", "Hãy đăng nhập trước.", "Please sign in first.")
        return self.officer

    def acting(self, act: Act) -> Officer:
        """The officer who may do `act`. Refusals `not_signed_in`, `not_allowed`."""
        officer = self.signed_in()
        as_officer(self.office(), officer.id, act)
        return officer

    def _refuse_overstep(self, reader: Reader, actor: str, kind: str) -> None:
        """The gate behind every screen: no fact is written whose actor's role does not include it."""
        refuse_overstep(self.program.reference.read(reader.connection), actor, kind)

    def open_desk(self) -> Desk:
        """The desk of this run, or Refusal `not_open`."""
        if self.desk is None:
            raise Refusal("not_open", "Quầy chưa mở.", "The counter is not open.")
        return self.desk

    def today(self) -> str:
        """The business date (ISO)."""
        return business_date(self.journal.now()).isoformat()

    def start_of_today(self) -> int:
        """Local midnight in Unix milliseconds."""
        return milliseconds(midnight(business_date(self.journal.now())))

    def rows(self, reader: Reader, dossiers: tuple[Dossier, ...], office: Office) -> tuple[DossierRow, ...]:
        """Dossiers as lists show them, with the applicants' names."""
        known = personal_records(reader, [each.applicant for each in dossiers if each.applicant])
        now = self.journal.now()
        return tuple(
            dossier_row(office, each, str(known.get(each.applicant or "", {}).get("name", "")), now)
            for each in dossiers
        )


def officer_of(office: Office, member: StaffMember) -> Officer:
    """A member of staff as the counter knows them.

    Everybody signs for the unit they belong to: a department, a point of the post, a reception point. Who belongs to
    none, a postal employee at a counter of the centre included, signs for the one-stop office.
    """
    unit = member.unit or ONE_STOP
    kind = unit_kind(office, unit)
    return Officer(member.id, member.name, member.role, unit, unit_name(office, unit), bool(member.pin_hash), kind)
