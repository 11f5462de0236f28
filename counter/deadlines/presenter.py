"""What is due, late or stuck: the list, the selection, the morning's summary, and what is done for a selection."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal, Slot

from counter.deadlines.batch import BatchRun
from counter.deadlines.register import RegisterPresenter
from counter.deadlines.state import (
    ApologyForm,
    DeadlinesState,
    all_toggled,
    day_of,
    first_scope,
    in_group,
    looked,
    scopes_of,
    toggled,
    urgent_count,
)
from counter.deadlines.summary_words import morning_line
from counter.ports import Officer, PrintedForm
from counter.ports.deadlines import Deadlines, DeadlineScope, PaperToPrint
from counter.presenter import Keeping, RoomPresenter, Surroundings
from counter.words import translate, typed_day
from shared.domain.deadlines import DeadlineGroup
from shared.domain.permission import may


class DeadlinesPresenter(Keeping[DeadlinesState], RoomPresenter):
    """The room of deadlines. Attributes: `state`; `register`, the page of Form 07.

    Signals: `urgent_changed` with the number of dossiers that are overdue or must be apologised for today.
    """

    urgent_changed = Signal(int)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = DeadlinesState()
        self.register = RegisterPresenter(around.office, around.printer, around.lanes, around.messages)
        self._batch = BatchRun(around.lanes)
        self._batch.progressed.connect(self._batch_progressed)
        self._officer: Officer | None = None
        self._urgent = 0
        self._printed: tuple[PrintedForm, ...] = ()
        around.session.changed.connect(self._session_changed)

    @property
    def urgent(self) -> int:
        """How many dossiers are overdue or must be apologised for today."""
        return self._urgent

    @property
    def scopes(self) -> tuple[DeadlineScope, ...]:
        """What the officer may choose between."""
        return scopes_of(self._officer) if self._officer else ()

    @property
    def may_close(self) -> bool:
        """Whether the officer's role may close dossiers."""
        return self._officer is not None and may(self._officer.role, "close")

    @Slot()
    def refresh(self) -> None:
        """Looks again; cheap while nothing has happened, so that it may follow the beat for `urgent`."""
        if self._watching() and self._officer is not None:
            scope, first = self.state.scope, first_scope(self._officer)
            self._look(lambda: (self._office.deadlines(scope), self._office.deadlines(first)), self._looked)

    def choose_scope(self, scope: DeadlineScope) -> None:
        """Watches the dossiers of `scope`."""
        if scope in self.scopes and scope != self.state.scope:
            self._become(replace(self.state, scope=scope, selected=frozenset(), apology=None))
            self.refresh()

    def choose_group(self, group: DeadlineGroup | None) -> None:
        """Shows `group`; None: all. The summary is put away for it."""
        if not self.state.busy:
            self._become(replace(in_group(self.state, group), summary=False))

    def toggle(self, dossier: str) -> None:
        """Selects a dossier or no more."""
        if not self.state.busy:
            self._become(toggled(self.state, dossier))

    def toggle_all(self) -> None:
        """Selects all that are shown, or none."""
        if not self.state.busy:
            self._become(all_toggled(self.state))

    def open(self, dossier: str) -> None:
        """Goes to the page of a dossier."""
        self._ways.dossier_wanted.emit(dossier)

    def toggle_summary(self) -> None:
        """Opens the summary of the day or puts it away."""
        self._become(replace(self.state, summary=not self.state.summary))

    def show_results(self) -> None:
        """Goes to the room of results."""
        self._ways.room_wanted.emit("results")

    def begin_apology(self, current: str | None) -> None:
        """Opens Form 04 for the selection, or for the row one is on when nothing is selected."""
        if self.state.busy or not self._select_current(current):
            return
        chosen = self.state.chosen
        able = tuple(row.id for row in chosen if row.may_apologise)
        if not able:
            self._messages.note(
                lambda: translate(
                    "Deadlines", "Hồ sơ đã chọn không hẹn lại được: đã có kết quả, đã hẹn lại hoặc không có ngày hẹn."
                )
            )
            return
        self._become(replace(self.state, apology=ApologyForm(), summary=False, batch=None))
        self._ask(lambda: self._office.apology_day(able), self._day_proposed)

    def type_reason(self, reason: str) -> None:
        """Takes the reason as it is typed."""
        if self.state.apology is not None:
            self._become(replace(self.state, apology=replace(self.state.apology, reason=reason)))

    def type_day(self, text: str) -> None:
        """Takes the new day as it is typed."""
        if self.state.apology is not None:
            apology = replace(self.state.apology, typed_day=text, new_day=day_of(text))
            self._become(replace(self.state, apology=apology))

    def drop_apology(self) -> None:
        """Puts Form 04 away; nothing has been sent."""
        self._become(replace(self.state, apology=None))

    def send_apologies(self) -> None:
        """Form 04 for every dossier of the selection, each by itself; those that refuse say why."""
        apology, rows = self.state.apology, self.state.chosen
        if apology is None or self.state.busy or not rows:
            return
        if not apology.reason.strip() or apology.new_day is None:
            self._messages.note(
                lambda: translate("Deadlines", "Hãy ghi lý do và ngày hẹn lại (ngày/tháng/năm) rồi gửi.")
            )
            return
        reason, new_day = apology.reason.strip(), apology.new_day
        self._batch.begin("apologise", rows, lambda row: self._office.send_apology(row.id, reason, new_day))

    def close_unanswered(self, current: str | None) -> None:
        """Closes what was not answered in time, each by itself; a dossier that may not be closed says why."""
        if self.may_close and not self.state.busy and self._select_current(current):
            self._batch.begin("close", self.state.chosen, lambda row: self._close(row.id))

    def put_batch_away(self) -> None:
        """The outcome of a selection has been read."""
        if not self.state.busy:
            self._become(replace(self.state, batch=None))

    def print_list(self) -> None:
        """Prints the list of what is overdue and due; while the outcome of apologies is shown, these once more."""
        if self.state.batch is not None and self._printed:
            self._print_forms(self._printed)
            return
        found = self.state.found
        if found is None:
            return
        self._ask(lambda: self._office.deadline_list(found), self._print_paper)

    def show_register(self, *, shown: bool) -> None:
        """Goes to the page of the register, or back to the list."""
        self._become(replace(self.state, registering=shown))
        if shown and self.state.found is not None:
            self.register.open(self.state.found.today)

    def _close(self, dossier: str) -> None:
        self._office.close_unanswered(dossier)

    def _select_current(self, current: str | None) -> bool:
        if not self.state.chosen and current is not None and any(row.id == current for row in self.state.rows):
            self._become(toggled(self.state, current))
        return bool(self.state.chosen)

    def _watching(self) -> bool:
        officer = self._session.state.officer
        return self._session.state.working and officer is not None and may(officer.role, "watch_deadlines")

    def _looked(self, answer: tuple[Deadlines, Deadlines]) -> None:
        found, first = answer
        self._count(first)
        if found.scope == self.state.scope:
            self._become(looked(self.state, found))
        else:
            self.refresh()

    def _count(self, found: Deadlines) -> None:
        """The badge follows what the officer sees first, whatever is looked at now."""
        urgent = urgent_count(found)
        if urgent != self._urgent:
            self._urgent = urgent
            self.urgent_changed.emit(urgent)

    def _day_proposed(self, day: date) -> None:
        apology = self.state.apology
        if apology is not None and not apology.typed_day:
            self._become(replace(self.state, apology=replace(apology, typed_day=typed_day(day), new_day=day)))

    def _batch_progressed(self) -> None:
        batch = self._batch.batch
        if batch is None:
            return
        if batch.running:
            self._become(replace(self.state, batch=batch))
            return
        refused = frozenset(each.code for each in batch.refused)
        left = frozenset(row.id for row in batch.rows if row.code in refused)
        apology = self.state.apology if batch.succeeded == 0 else None  # what was typed is kept to be put right
        self._become(replace(self.state, batch=batch, apology=apology, selected=left))
        self._printed = tuple(each for each in self._batch.answers if isinstance(each, PrintedForm))
        if self._printed:
            self._print_forms(self._printed)
        self.refresh()

    def _print_forms(self, forms: Iterable[PrintedForm]) -> None:
        kept = tuple(forms)

        def prints() -> None:
            for form in kept:
                self._printer.print_form(form.name, form.pdf)

        self._lanes.printing.submit(
            prints,
            lambda _: self._messages.done(
                lambda: translate("Deadlines", "Đã in {count} phiếu xin lỗi.").format(count=len(kept))
            ),
            self._messages.failed,
        )

    def _print_paper(self, paper: PaperToPrint) -> None:
        self._messages.note(lambda: translate("Deadlines", "Đang in danh sách…"))
        self._lanes.printing.submit(
            lambda: self._printer.print_form(paper.name, paper.render()),
            lambda _: self._messages.done(lambda: translate("Deadlines", "Đã in danh sách hồ sơ đến hạn.")),
            self._messages.failed,
        )

    def _session_changed(self) -> None:
        state = self._session.state
        if state.officer is None:
            self._officer, self._printed, self._urgent = None, (), 0
            self._batch.drop()
            self.urgent_changed.emit(0)
            self._become(DeadlinesState())
        elif self._watching():
            if self._officer != state.officer:
                self._officer = state.officer
                self._become(DeadlinesState(scope=first_scope(state.officer)))
            self._greet(state.officer, self.state.scope)

    def _greet(self, officer: Officer, scope: DeadlineScope) -> None:
        """The summary, once a day for each officer on this machine; a small note among the drafts remembers it."""
        name = f"deadlines_seen/{officer.id}"

        def morning() -> tuple[Deadlines, bool]:
            found = self._office.deadlines(scope)
            today = found.today.isoformat()
            seen = (self._office.load_draft(name) or {}).get("day") == today
            if not seen:
                self._office.save_draft(name, {"day": today})
            return found, seen

        def greeted(answer: tuple[Deadlines, bool]) -> None:
            found, seen = answer
            if self._officer != officer:
                return
            if scope == first_scope(officer):
                self._count(found)
            if found.scope != self.state.scope:
                return
            self._become(replace(looked(self.state, found), summary=self.state.summary or not seen))
            if not seen:
                self._messages.note(lambda: morning_line(found))

        self._ask(morning, greeted)
