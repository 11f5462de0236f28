"""Signing in and opening a counter, against the journal of this machine."""

from __future__ import annotations

from counter.ports import CounterChoice, Officer, SyncState
from counter.wiring.work import CounterWork, officer_of
from shared.actions.act import act
from shared.actions.close_desk import close_desk, refuse_while_serving
from shared.actions.sign_in import sign_in
from shared.actions.unlock import unlock
from shared.domain import desk
from shared.domain.office import staff_by_id
from shared.domain.permission import may
from shared.failures import Refusal
from shared.journal.read_model import DESKS
from shared.scans.progress import count_to_send


class SignInRoom(CounterWork):
    """Who works here, at which counter, and where the data is safe."""

    def sign_in(self, name: str, password: str) -> Officer:
        """Signs in, without a network."""
        self.officer = self.verify(name, password)
        return self.officer

    def verify(self, name: str, password: str) -> Officer:
        """Checks a person who signs on this screen, without signing that person in."""
        office = self.office()
        return officer_of(office, sign_in(self.journal, office, name, password))

    def unlock(self, pin: str) -> None:
        """Checks the PIN of the officer signed in."""
        unlock(self.journal, self.office(), self.signed_in().id, pin)

    def sign_out(self) -> tuple[str, ...]:
        """Closes the counter if it is open and forgets the officer; answers the labels that wait in line again."""
        released = self.close_counter() if self.desk is not None else ()
        self.officer = None
        return released

    def counters(self) -> tuple[CounterChoice, ...]:
        """The counters of the office."""
        return tuple(
            CounterChoice(counter.id, str(counter.number), counter.name, counter.lines)
            for counter in self.office().counters
        )

    def open_counter(self, counter: str) -> None:
        """Opens a counter for the officer signed in."""
        self.acting("open_desk")
        chosen = next((each for each in self.office().counters if each.id == counter), None)
        if chosen is None:
            raise Refusal("no_such_counter", "Không có quầy này.", "There is no such counter.")
        if self.desk is not None:
            self.close_counter()
        command = desk.Open(self.journal.identities.subject(), chosen.id, chosen.lines)
        self._act_on_desk(command.id, command)

    def pause(self) -> None:
        """Pauses the counter."""
        self._act_on_desk(self.open_desk().id, desk.Pause())

    def resume(self) -> None:
        """Goes on after a pause."""
        self.acting("open_desk")
        self._act_on_desk(self.open_desk().id, desk.Resume())

    def close_counter(self) -> tuple[str, ...]:
        """Closes the counter; answers the labels that wait in their line again by it.

        Refusal `still_serving` while somebody is served whom the officer may still serve.
        """
        officer, opened = self.signed_in(), self.open_desk()
        member = staff_by_id(self.office(), officer.id)
        if member is not None and may(member.role, "call"):
            with self.journal.reading() as reader:
                refuse_while_serving(reader, self.today(), opened.counter)
        _, released = close_desk(self.journal, self.today(), opened.id, officer.id)
        self.desk = None
        self.program.committed()
        return released

    def sync_state(self) -> SyncState:
        """Where the data is safe."""
        progress = self.program.progress
        problem = progress.problem
        with self.journal.reading() as reader:
            unsent_scans = count_to_send(reader.connection, reader.office)
        return SyncState(
            online=progress.online,
            unsent=progress.unsent,
            last_contact=progress.last_contact,
            problem_vi=problem.vi if problem else "",
            problem_en=problem.en if problem else "",
            unsent_scans=unsent_scans,
            not_in_province=progress.not_in_province,
        )

    def _act_on_desk(self, subject: str, command: desk.Command) -> None:
        self.desk = act(self.journal, DESKS, desk.decide, subject, command, self.signed_in().id)
        self.program.committed()
