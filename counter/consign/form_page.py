"""The note that is being made: what for, who sends, which papers, on which terms; the deed always in sight."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from counter.consign.derive import derive_missing_of_note
from counter.consign.presenter import ConsignPresenter
from counter.consign.purpose_part import PurposePart
from counter.consign.terms_part import TermsPart
from counter.language import Language
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.form_scroll import FormScroll
from counter.parts.key_button import KeyButton
from counter.parts.labels import in_card, line_label, relook, show_text, text_label
from counter.parts.view import View
from counter.reception.applicant_part import ApplicantPart
from counter.reception.before_part import BeforePart
from counter.reception.derive_person import derive_nth
from counter.reception.document_list import DocumentList
from counter.reception.form_state import needs_named_documents
from counter.reception.way_on import WayOn
from counter.words import translate


class FormPage(View):
    """The form from top to bottom."""

    def __init__(self, presenter: ConsignPresenter, language: Language) -> None:
        super().__init__()
        self._presenter = presenter
        self._page = QWidget()
        self._nth = text_label("done")
        self._nth.setObjectName("nth_note")
        self._purpose = PurposePart(presenter, language, self._page)
        self._purpose.search.chosen.connect(self._chosen)
        self._applicant = ApplicantPart(presenter, language)
        self._documents_title, self._documents_hint = line_label("lead"), text_label("soft")
        self._documents = DocumentList(presenter.set_count, self._go_on)
        self._extra = line_edit("named_documents")
        self._extra.textEdited.connect(lambda text: presenter.set(extra=text))
        self._extra_field = Field(self._extra)
        self._terms = TermsPart(presenter, language)
        self._before = BeforePart(presenter, language)
        self._words = text_label("small")
        self._words.setObjectName("note_hint")
        self._make = KeyButton("make_note", "Ctrl+Return", "primary")
        self._make.does(presenter.make)
        self._stops: tuple[QWidget, ...] = ()
        self._scroll = FormScroll(self._page)
        self._way_on = WayOn(presenter, self._applicant, self._documents, self._extra, self._scroll, self.focus_search)
        self._lay_out()
        presenter.card_read.connect(self._way_on.after_the_person)
        presenter.pointed_out.connect(self._go_to_missing)
        presenter.procedure_taken.connect(self._way_on.after_the_procedure)
        for edit in (*self._applicant.edits.values(), *self._applicant.submitter.edits.values()):
            edit.returnPressed.connect(presenter.make)
        for edit in (*self._terms.edits.values(), self._extra):
            edit.returnPressed.connect(self._go_on)
        QShortcut(QKeySequence("Alt+R"), self, lambda: self._scroll.go_to(self._terms.field("receipt")))
        self.retranslate()

    def focus_first(self) -> None:
        """Puts the cursor where work goes on: in a form that is half typed, where it was."""
        left, state = self.focusWidget(), self._presenter.state
        if not state.blank and self._page.isAncestorOf(left):
            left.setFocus()
        elif state.procedure is None:
            self._purpose.focus_first()
        else:
            self._applicant.edits["identity_number"].setFocus()

    def focus_search(self) -> None:
        """F8: the search for a procedure, or for the dossier that is completed."""
        self._purpose.focus_first()

    def back_to_top(self) -> None:
        """Scrolls to where a form begins."""
        self._scroll.back_to_top()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._documents_title.setText(translate("Consign", "Giấy tờ"))
        self._extra_field.say(translate("Consign", "Giấy tờ đã gửi (cách nhau bằng dấu chấm phẩy)"))
        self._make.say(translate("Consign", "Lập và in phiếu gửi"))

    def show_state(self) -> None:
        """Shows what the presenter holds."""
        state = self._presenter.state
        self._page.setEnabled(state.phase == "typing")
        show_text(self._nth, derive_nth(state.typed))
        self._purpose.show_typed(state)
        self._applicant.show_typed(state)
        self._documents.show_procedure(state.procedure, state.typed.counts)
        self._documents.setVisible(state.procedure is not None)
        named = needs_named_documents(state.procedure)
        self._extra_field.setVisible(named)
        show_typed(self._extra, state.typed.extra)
        self._documents_hint.setText(self._hint_about_documents(named=named))
        self._terms.show_typed(state)
        self._before.show_before()
        missing = derive_missing_of_note(state.missing)
        relook(self._words, "urgent" if missing else "small")
        self._words.setText(
            missing
            or translate(
                "Consign",
                "Đếm giấy tờ cùng người gửi, niêm phong trước mặt họ. Hồ sơ được coi là đã nộp khi Bộ phận Một cửa ký "
                "Biên bản giao nhận.",
            )
        )
        self._make.setEnabled(state.phase == "typing")
        self._order_stops()

    def _hint_about_documents(self, *, named: bool) -> str:
        state = self._presenter.state
        if state.procedure is None:
            return translate("Consign", "Danh mục giấy tờ hiện ra khi đã chọn thủ tục hoặc hồ sơ.")
        if named:
            return translate("Consign", "Danh mục chưa nêu giấy tờ của thủ tục này; xin ghi những gì người gửi đưa.")
        if state.completing:
            return translate("Consign", "Những giấy tờ Bộ phận Một cửa đã yêu cầu; đánh dấu những gì người gửi đưa.")
        return translate("Consign", "Đánh dấu những gì người gửi đưa. Chỉ yêu cầu giấy tờ có trong danh mục này.")

    def _chosen(self, procedure: object) -> None:
        self._presenter.choose(procedure)  # type: ignore[arg-type]  # the signal carries a Procedure
        self._way_on.after_the_procedure()

    def _go_on(self) -> None:
        """Enter below the sender: the money that is still to be typed, then the deed, which a further Enter does."""
        field = self._terms.next_field()
        if field is None or field.hasFocus():
            self._make.setFocus()
        else:
            self._scroll.go_to(field)

    def _go_to_missing(self, name: str) -> None:
        """Puts the cursor where something is to be filled in before the note can be made."""
        if name == "documents":
            if not self._documents.focus_first():
                self._extra.setFocus()
            self._scroll.follow()
        elif name in ("procedure", "dossier"):
            self._purpose.focus_first()
            self._scroll.follow()
        elif name in ("fee", "receipt", "tracking"):
            self._scroll.go_to(self._terms.field(name))
        else:
            self._scroll.go_to(self._applicant.field(name))

    def _order_stops(self) -> None:
        """Tab goes through the form as the eye does, also through rows that came later than what follows them."""
        stops = (self._applicant.last_stop(), *self._documents.stops(), self._extra, *self._terms.stops(), self._make)
        if stops != self._stops:
            self._stops = stops
            for before, after in itertools.pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 4, 24, 16)
        column.setSpacing(12)
        column.addWidget(self._nth)
        column.addWidget(in_card(self._purpose))
        column.addWidget(in_card(self._applicant))
        heading = QWidget()
        about = QHBoxLayout(heading)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(16)
        about.addWidget(self._documents_title, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self._documents_hint, 1)
        column.addWidget(in_card(heading, self._documents, self._extra_field))
        column.addWidget(in_card(self._terms))
        column.addStretch(1)
        band = QFrame()
        band.setObjectName("promise_band")
        deed = QHBoxLayout(band)
        deed.setContentsMargins(24, 12, 24, 12)
        deed.setSpacing(16)
        deed.addWidget(self._words, 1)
        deed.addWidget(self._make)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll.area, 1)
        layout.addWidget(self._before)
        layout.addWidget(band)
