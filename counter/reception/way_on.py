"""Where the work goes on in a form about a person, so that nobody has to look for the next field."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit

from counter.parts.form_scroll import FormScroll
from counter.reception.applicant_part import ApplicantPart
from counter.reception.document_list import DocumentList
from counter.reception.typed_form import TypedForm

_OF_A_SUBMITTER = ("submitter_number", "identity_number", "submitter_paper", "submitter_phone")


class WayOn:
    """The way through a form whose parts are handed in; `search` goes to the search for a procedure."""

    def __init__(
        self,
        presenter: TypedForm,
        applicant: ApplicantPart,
        documents: DocumentList,
        extra: QLineEdit,
        scroll: FormScroll,
        search: Callable[[], None],
    ) -> None:
        self._presenter, self._applicant, self._documents = presenter, applicant, documents
        self._extra, self._scroll, self._search = extra, scroll, search

    def after_the_procedure(self) -> None:
        """Once the procedure is known: the person; whose card was read before goes on to the papers."""
        typed = self._presenter.state.typed
        if typed.name and typed.identity_number:
            self.after_the_person()
        else:
            self._applicant.edits["identity_number"].setFocus()

    def after_the_person(self) -> None:
        """Once the person is known: the second card, the procedure, or the papers."""
        state = self._presenter.state
        if state.procedure is not None and not state.typed.authorised:
            self._applicant.fold()
        if state.procedure is None:
            self._search()
        elif state.typed.authorised:
            edits = {**self._applicant.edits, **self._applicant.submitter.edits}
            wanted = next((name for name in _OF_A_SUBMITTER if not getattr(state.typed, name)), "submitter_paper")
            edits[wanted].setFocus()
        elif not self._documents.focus_first() and self._extra.isVisible():
            self._extra.setFocus()
        self._scroll.follow()
