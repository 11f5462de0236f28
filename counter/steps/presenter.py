"""The steps of the law on a dossier's page: choosing one, typing for it, saying it once more, doing it, printing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal

from counter.ports import CounterOffice, PrintedForm, StepKind, StepSheet, StopForm
from counter.ports.steps import AgencyRequest
from counter.presenter import Keeping, RoomPresenter, Surroundings
from counter.steps.state import Draft, StepsState, first_draft, read_moment, read_new_day, typed_instant
from counter.steps.words import done_words, form_words
from counter.words import translate
from shared.domain.dossier import GivenDocument
from shared.failures import Failure


class StepsPresenter(Keeping[StepsState], RoomPresenter):
    """Takes one dossier through the steps.

    Attributes: `state`. Signals: `done` with the id of the dossier after a step or a print has been written down.
    """

    done = Signal(str)

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self.state = StepsState()
        self._drafts: dict[tuple[str, StepKind], Draft] = {}
        self._wanted: str | None = None
        self._officer: str | None = None
        around.session.changed.connect(self._session_changed)

    def show_dossier(self, dossier: str | None) -> None:
        """Shows the steps of `dossier`; what is being typed for another one is kept and given back later."""
        if dossier == self._wanted:
            self.refresh()
            return
        self._wanted = dossier
        self._become(StepsState(unprinted=self.state.unprinted))
        self.refresh()

    def refresh(self) -> None:
        """Looks again at what is possible."""
        if self._wanted is not None and self._session.state.working:
            self._look(self._read, self._sheet_came)

    def choose(self, kind: StepKind) -> None:
        """Opens the form of a step that is possible now."""
        sheet = self.state.sheet
        offer = next((each for each in sheet.offers if each.kind == kind), None) if sheet else None
        if sheet is None or offer is None or not offer.allowed:
            return
        draft = self._drafts.get((sheet.dossier, kind)) or first_draft(kind, sheet)
        self._become(replace(self.state, chosen=kind, draft=draft, asking=False, tried=False))

    def set(self, **typed: object) -> None:
        """Takes what was typed, by the names of `Draft`'s fields."""
        sheet, kind = self.state.sheet, self.state.chosen
        if sheet is None or kind is None or self.state.busy:
            return
        draft = replace(self.state.draft, **typed)  # type: ignore[arg-type]  # fields by name, as the view knows them
        self._drafts[sheet.dossier, kind] = draft
        self._become(replace(self.state, draft=draft, asking=False))

    def tick(self, paper: str, *, ticked: bool) -> None:
        """Ticks a paper, or takes the tick away."""
        others = tuple(each for each in self.state.draft.papers if each != paper)
        self.set(papers=(*others, paper) if ticked else others)

    def add_reason(self, reason: str) -> None:
        """Puts a usual reason after what was typed."""
        typed = self.state.draft.reason.strip()
        if reason not in typed:
            self.set(reason=f"{typed} {reason}".strip())

    def back(self) -> None:
        """From the sentence back to the form, from the form back to the list of steps."""
        if self.state.busy:
            return
        if self.state.asking:
            self._become(replace(self.state, asking=False))
        else:
            self._become(replace(self.state, chosen=None, draft=Draft(), tried=False))

    def primary(self) -> None:
        """The first time says in one sentence what will be done, the second time does it."""
        state = self.state
        sheet, kind = state.sheet, state.chosen
        if sheet is None or kind is None or state.busy:
            return
        if state.lacks:
            self._become(replace(state, tried=True))
        elif not state.asking:
            self._become(replace(state, asking=True, tried=False))
        else:
            self._become(replace(state, busy=True))
            deed = self._deed(kind, sheet, state.draft)
            self._ask(deed, lambda form: self._deed_done(kind, sheet, form), self._refused)

    def print_form_01(self) -> None:
        """Prints Form 01 of the dossier."""
        self._print(self._office.form_01)

    def print_control_slip(self) -> None:
        """Prints Form 06 of the dossier."""
        self._print(self._office.control_slip)

    def print_agency_slips(self) -> None:
        """Prints the slips to the agencies whose answer is waited for."""
        sheet = self.state.sheet
        if sheet is not None:
            self._print_slips(sheet)

    def print_again(self, form: str) -> None:
        """Prints an issued form: the original that did not come out of the printer, otherwise a copy."""
        unprinted = self.state.unprinted
        if unprinted is not None and unprinted.id == form:
            self._to_printer(unprinted)
        else:
            self._print(lambda _: self._office.print_again(form))

    def print_last(self) -> None:
        """Prints what did not come out, or the form issued last once more."""
        forms = self.state.sheet.forms if self.state.sheet else ()
        unprinted = self.state.unprinted
        if unprinted is not None:
            self.print_again(unprinted.id)
        elif forms:
            self.print_again(forms[-1].id)

    def _deed(self, kind: StepKind, sheet: StepSheet, draft: Draft) -> Callable[[], PrintedForm | None]:
        office, dossier = self._office, sheet.dossier
        match kind:
            case "request_supplement":
                return lambda: office.request_supplement(dossier, draft.every_paper, draft.reason)
            case "take_supplement":
                brought = tuple(GivenDocument(each, 1, 0) for each in sheet.awaited)
                return lambda: _taken(office, dossier, brought)
            case "apologise":
                new_day = read_new_day(draft.day) or sheet.new_days[0]
                return lambda: office.send_apology(dossier, draft.reason, new_day)
            case "refuse":
                return lambda: office.refuse(dossier, draft.reason)
            case "stop":
                asked = StopForm(
                    requester=draft.requester,
                    name=draft.name,
                    asked_by=draft.asked_by,
                    proof=draft.proof,
                    asked_at=read_moment(draft.asked_day, draft.asked_time) or sheet.at,
                    given_back=tuple(each for each in sheet.given if each.name in draft.papers),
                )
                return lambda: office.stop(dossier, asked)
            case "meet_appointment":
                return lambda: _nothing(office.meet_appointment(dossier))
            case "show_duty":
                return lambda: _nothing(office.show_duty(dossier, draft.proof))
            case "ask_agency":
                request = AgencyRequest(draft.agency, draft.topic, draft.words, int(draft.days))
                return lambda: _nothing(office.ask_agency(dossier, request))
            case "agency_answered":
                return lambda: _nothing(office.agency_answered(dossier, draft.agency, draft.answer))
            case "reached_agency":
                at = typed_instant(draft, sheet)
                return lambda: office.reached_agency(dossier, at)
            case "back_from_agency":
                signed_at = typed_instant(draft, sheet)
                outcome = None if draft.outcome == "none" else draft.outcome
                return lambda: _nothing(office.back_from_agency(dossier, draft.name, signed_at, outcome))
            case "close":
                return lambda: _nothing(office.close_unanswered(dossier))

    def _deed_done(self, kind: StepKind, sheet: StepSheet, form: PrintedForm | None) -> None:
        self._drafts.pop((sheet.dossier, kind), None)
        if sheet.dossier == self._wanted:
            self._become(StepsState(sheet=sheet, unprinted=self.state.unprinted))
        self._messages.done(lambda: done_words(kind, sheet.code))
        if form is not None:
            self._to_printer(form)
        if kind == "ask_agency":
            self._print_slips(sheet)
        self.refresh()
        self.done.emit(sheet.dossier)

    def _refused(self, failure: Failure) -> None:
        self._become(replace(self.state, busy=False, asking=False))
        self._messages.failed(failure)
        self.refresh()

    def _print(self, make: Callable[[str], PrintedForm]) -> None:
        dossier = self._wanted
        if dossier is not None and not self.state.busy:
            self._become(replace(self.state, busy=True))
            self._ask(lambda: make(dossier), self._made, self._refused)

    def _made(self, form: PrintedForm) -> None:
        self._become(replace(self.state, busy=False))
        self._to_printer(form)
        self.refresh()
        if self._wanted is not None:
            self.done.emit(self._wanted)

    def _print_slips(self, sheet: StepSheet) -> None:
        name, dossier = f"phieu-chuyen-{sheet.code}", sheet.dossier
        words = translate("Steps", "Đã in phiếu chuyển xử lý hồ sơ {code}.")
        self._ask(
            lambda: self._printer.print_form(name, self._office.agency_slips(dossier)),
            lambda _: self._messages.done(lambda: words.format(code=sheet.code)),
        )

    def _to_printer(self, form: PrintedForm) -> None:
        self._ask(
            lambda: self._printer.print_form(form.name, form.pdf),
            lambda _: self._printed(form),
            lambda failure: self._not_printed(form, failure),
        )

    def _printed(self, form: PrintedForm) -> None:
        unprinted = self.state.unprinted
        if unprinted is not None and unprinted.id == form.id:
            self._become(replace(self.state, unprinted=None))
        self._messages.done(
            lambda: translate("Steps", "Đã in {form} số {number}.").format(
                form=form_words(form.form), number=form.number
            )
        )

    def _not_printed(self, form: PrintedForm, failure: Failure) -> None:
        self._become(replace(self.state, unprinted=form))
        self._messages.failed(failure)

    def _read(self) -> StepSheet | None:
        """The sheet of the dossier that is wanted when the lane comes to it: several looks may have become one."""
        dossier = self._wanted
        return None if dossier is None else self._office.step_sheet(dossier)

    def _sheet_came(self, sheet: StepSheet | None) -> None:
        if sheet is None or sheet.dossier != self._wanted:
            return
        state = replace(self.state, sheet=sheet)
        chosen = state.offer
        if state.chosen is not None and not state.busy and (chosen is None or not chosen.allowed):
            state = replace(state, chosen=None, draft=Draft(), asking=False, tried=False)
        self._become(state)

    def _session_changed(self) -> None:
        officer = self._session.state.officer
        identity = officer.id if officer else None
        if identity != self._officer:
            self._officer, self._wanted = identity, None
            self._drafts.clear()
            self._become(StepsState())


def _taken(office: CounterOffice, dossier: str, brought: tuple[GivenDocument, ...]) -> PrintedForm:
    """Takes the supplement; the citizen goes home with a Form 01 that says the new promise."""
    office.take_supplement(dossier, brought)
    return office.form_01(dossier)


def _nothing(_: object) -> None:
    return None
