"""The room of reception: one form from top to bottom, the promised time and the deed always in sight."""

from __future__ import annotations

import itertools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QStackedLayout, QVBoxLayout, QWidget

from counter.attachments.chosen_part import ChosenScans
from counter.attachments.presenter import AttachmentsPresenter
from counter.language import Language
from counter.look import Look
from counter.parts.brief_label import BriefLabel
from counter.parts.field import Field, line_edit, show_typed
from counter.parts.form_scroll import FormScroll
from counter.parts.key_button import KeyButton
from counter.parts.labels import in_card, line_label, relook, show_text, text_label
from counter.parts.view import RoomView
from counter.queue_desk.presenter import QueueDeskPresenter
from counter.reception.applicant_part import ApplicantPart
from counter.reception.before_part import BeforePart
from counter.reception.derive import (
    derive_for_ticket,
    derive_missing,
    derive_nothing_found,
    derive_procedure_detail,
    derive_promise,
)
from counter.reception.derive_person import derive_nth
from counter.reception.document_list import DocumentList
from counter.reception.form_state import needs_named_documents
from counter.reception.guidance_part import GuidancePart
from counter.reception.presenter import ReceptionPresenter
from counter.reception.procedure_search import ProcedureSearch
from counter.reception.submission_part import SubmissionPart
from counter.reception.summary import SummaryView
from counter.reception.way_on import WayOn
from counter.scan import ScanFilter
from counter.words import translate


class ReceptionView(RoomView):
    """The form, and the summary once it has been received."""

    def __init__(
        self,
        presenter: ReceptionPresenter,
        desk: QueueDeskPresenter,
        scans: AttachmentsPresenter,
        language: Language,
        look: Look,
    ) -> None:
        super().__init__()
        self._presenter, self._desk, self._language = presenter, desk, language
        self._title, self._for_ticket = line_label("title"), line_label("chip")
        self._new = KeyButton("start_over", "Ctrl+N", "quiet")
        self._new.does(self.start_over)
        self._page = QWidget()
        self._search = ProcedureSearch(self._page)
        self._search.typed.connect(presenter.search)
        self._search.chosen.connect(self._chosen)
        self._search_label = line_label("label")
        self._search_label.setBuddy(self._search.field)
        self._procedure, self._detail = BriefLabel("lead"), BriefLabel("small")
        self._procedure.setObjectName("chosen_procedure")
        self._nth = text_label("done")
        self._nth.setObjectName("nth_dossier")
        self._applicant = ApplicantPart(presenter, language)
        self._documents_title, self._documents_hint = line_label("lead"), text_label("soft")
        self._documents = DocumentList(presenter.set_count, lambda: self._receive.setFocus())
        self._guidance = GuidancePart(presenter)
        self._extra = line_edit("named_documents")
        self._extra.textEdited.connect(lambda text: presenter.set(extra=text))
        self._extra_field = Field(self._extra)
        self._submission = SubmissionPart(presenter, language)
        self._scans = ChosenScans(lambda paths: presenter.set(attachments=paths), scans.folder)
        self._before = BeforePart(presenter, language)
        self._promise_picture = QLabel()
        self._promise_title, self._promise, self._why = line_label("label"), line_label("lead"), text_label("small")
        self._promise.setObjectName("promise")
        self._receive = KeyButton("receive", "Ctrl+Return", "primary")
        self._receive.does(presenter.receive)
        self._summary = SummaryView(presenter, scans, language, look)
        self._stops: tuple[QWidget, ...] = ()
        self._scroll = FormScroll(self._page)
        self._way_on = WayOn(presenter, self._applicant, self._documents, self._extra, self._scroll, self.focus_search)
        self._pages = QStackedLayout(self)
        self._lay_out()
        self.scan = ScanFilter(self)
        self.scan.scanned.connect(presenter.scanned)
        presenter.card_read.connect(self._way_on.after_the_person)
        presenter.pointed_out.connect(self._go_to_missing)
        # After `changed`, by which the summary shows the dossier that the scans belong to.
        presenter.scans_chosen.connect(scans.take_unsaid)
        edits = (*self._applicant.edits.values(), *self._applicant.submitter.edits.values())
        for edit in (*edits, *self._submission.edits.values(), self._submission.fee, self._extra):
            edit.returnPressed.connect(presenter.receive)
        presenter.changed.connect(self.show_state)
        desk.changed.connect(self._show_ticket)
        self.become(look)
        self.retranslate()
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._promise_picture.setPixmap(look.pixmap("calendar_due", look.palette.action, 24))
        self._summary.become(look)

    def focus_first(self) -> None:
        """Puts the cursor where work goes on: in a form that is half typed, where it was."""
        left = self.focusWidget()
        if self._presenter.state.phase == "received":
            self._summary.focus_first()
        elif not self._presenter.state.typed.blank and self._page.isAncestorOf(left):
            left.setFocus()
        elif self._presenter.state.procedure is None:
            self._search.field.setFocus()
        else:
            self._applicant.edits["identity_number"].setFocus()

    def focus_search(self) -> None:
        """F8: the search for a procedure."""
        self._search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def primary(self) -> None:
        """Ctrl+Enter."""
        if self._presenter.state.phase == "received":
            self.start_over()
        else:
            self._presenter.receive()

    def print_again(self) -> None:
        """Ctrl+P."""
        self._presenter.print_again()

    def start_over(self) -> None:
        """Ctrl+N."""
        self._presenter.start_over()
        self.focus_first()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._title.setText(translate("Reception", "Tiếp nhận hồ sơ"))
        self._new.say(translate("Reception", "Phiếu mới"))
        self._search_label.setText(translate("Reception", "Thủ tục (F8)"))
        self._search.field.setAccessibleName(translate("Reception", "Tìm thủ tục"))
        self._search.list.setAccessibleName(translate("Reception", "Thủ tục tìm thấy"))
        self._documents_title.setText(translate("Reception", "Giấy tờ"))
        self._extra_field.say(translate("Reception", "Giấy tờ đã nộp (cách nhau bằng dấu chấm phẩy)"))
        self._promise_title.setText(translate("Reception", "Hẹn trả kết quả"))
        self._receive.say(translate("Reception", "Tiếp nhận"))

    def show_state(self) -> None:
        """Shows what the presenter holds."""
        state = self._presenter.state
        received = state.phase == "received"
        was_received = self._pages.currentIndex() == 1
        self._summary.show_state()
        self._pages.setCurrentIndex(1 if received else 0)
        self._page.setEnabled(state.phase == "typing")  # before the cursor is put into it
        if received and not was_received and self.isVisible():
            self._summary.focus_first()
        elif was_received and not received and self.isVisible():
            self._scroll.back_to_top()
            self.focus_search()
        self._show_procedure()
        show_text(self._nth, derive_nth(state.typed))
        self._applicant.show_typed(state)
        self._guidance.show_typed(state)
        self._submission.show_typed(state)
        self._scans.show_paths(state.typed.attachments)
        self._before.show_before()
        self._order_stops()
        self._show_band()
        self._show_ticket()

    def _order_stops(self) -> None:
        """Tab goes through the form as the eye does, also through rows that came later than what follows them."""
        documents = (*self._documents.stops(), self._extra, *self._guidance.stops())
        stops = (self._applicant.last_stop(), *documents, *self._submission.stops(), self._receive)
        if stops != self._stops:
            self._stops = stops
            for before, after in itertools.pairwise(stops):
                QWidget.setTabOrder(before, after)

    def _show_procedure(self) -> None:
        state = self._presenter.state
        self._search.show_found(state.found)
        chosen = state.procedure is not None
        self._search.field.setPlaceholderText(
            translate("Reception", "Đổi sang thủ tục khác")
            if chosen
            else translate("Reception", "Gõ tên, mã hoặc chữ đầu, không cần dấu: khai sinh, dkks, 1.001193")
        )
        show_text(self._procedure, state.procedure.name if state.procedure else "")
        show_text(self._detail, derive_nothing_found(state.found_nothing) or derive_procedure_detail(state.procedure))
        self._documents.show_procedure(state.procedure, state.typed.counts)
        self._documents.setVisible(chosen)
        named = needs_named_documents(state.procedure)
        self._extra_field.setVisible(named)
        show_typed(self._extra, state.typed.extra)
        show_text(self._documents_hint, self._hint_about_documents(named=named))

    def _hint_about_documents(self, *, named: bool) -> str:
        if self._presenter.state.procedure is None:
            return translate("Reception", "Danh mục giấy tờ hiện ra khi đã chọn thủ tục.")
        if named:
            return translate("Reception", "Danh mục chưa nêu giấy tờ của thủ tục này; xin ghi những gì đã nhận.")
        return translate("Reception", "Đánh dấu những gì đã nhận. Chỉ yêu cầu giấy tờ có trong danh mục này.")

    def _show_band(self) -> None:
        state = self._presenter.state
        due, why = derive_promise(state, self._language.code)
        missing = derive_missing(state.missing)
        self._promise_title.setVisible(bool(due))
        show_text(self._promise, due)
        relook(self._why, "urgent" if missing else "small")
        self._why.setText(missing or why)
        self._receive.setEnabled(state.phase == "typing")

    def _show_ticket(self) -> None:
        show_text(self._for_ticket, derive_for_ticket(self._desk.state.serving))

    def _chosen(self, procedure: object) -> None:
        self._presenter.choose(procedure)  # type: ignore[arg-type]  # the signal carries a Procedure
        self._way_on.after_the_procedure()

    def _go_to_missing(self, name: str) -> None:
        """Puts the cursor where something is to be filled in before the dossier can be received."""
        if name == "documents":
            if not self._documents.focus_first():
                self._extra.setFocus()
            self._scroll.follow()
        elif name == "procedure":
            self._scroll.go_to(self._search.field)
        elif name == "fee":
            self._scroll.go_to(self._submission.fee)
        elif name.startswith("guidance"):
            self._scroll.go_to(self._guidance.field(name))
        else:
            self._scroll.go_to(self._applicant.field(name))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._title)
        head.addWidget(self._for_ticket, 0, Qt.AlignmentFlag.AlignVCenter)
        head.addStretch(1)
        head.addWidget(self._new)
        column = QVBoxLayout(self._page)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self._nth)
        column.addWidget(in_card(self._search_label, self._search, self._procedure, self._detail))
        column.addWidget(in_card(self._applicant))
        heading = QWidget()
        about = QHBoxLayout(heading)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(16)
        about.addWidget(self._documents_title, 0, Qt.AlignmentFlag.AlignTop)
        about.addWidget(self._documents_hint, 1)
        documents = (heading, self._documents, self._extra_field, self._guidance)
        column.addWidget(in_card(*documents))
        column.addWidget(in_card(self._submission))
        column.addWidget(in_card(self._scans))
        column.addStretch(1)
        form = QWidget()
        layout = QVBoxLayout(form)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll.area, 1)
        layout.addWidget(self._before)
        layout.addWidget(self._band())
        self._pages.addWidget(form)
        self._pages.addWidget(self._summary)

    def _band(self) -> QFrame:
        band = QFrame()
        band.setObjectName("promise_band")
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._promise_title, self._promise, self._why):
            words.addWidget(label)
        layout = QHBoxLayout(band)
        layout.setContentsMargins(24, 12, 24, 12)
        layout.setSpacing(12)
        layout.addWidget(self._promise_picture)
        layout.addLayout(words, 1)
        layout.addWidget(self._receive)
        return band
