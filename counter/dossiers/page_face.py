"""The page of a dossier: its head, and below it one of four parts: course, papers, steps, scans."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from counter.attachments.presenter import AttachmentsPresenter
from counter.attachments.view import AttachmentsPart
from counter.dossiers.derive_page import derive_facts, derive_head, derive_timeline
from counter.dossiers.facts_view import FactsView
from counter.dossiers.papers_part import PapersPart
from counter.dossiers.presenter import DossiersPresenter
from counter.dossiers.state import PARTS, Part
from counter.dossiers.timeline_view import TimelineView
from counter.language import Language
from counter.look import NORMAL_SIZE, Look
from counter.parts.brief_label import BriefLabel
from counter.parts.key_button import KeyButton
from counter.parts.labels import card, line_label, relook, show_text, text_label
from counter.parts.scrolling import scrolling
from counter.parts.view import View
from counter.steps.panel import StepsPanel
from counter.steps.presenter import StepsPresenter
from counter.words import translate

_FACTS_WIDTH = 264


class PageFace(View):
    """A dossier. Alt+Up goes back to the list, Alt+1 to Alt+4 show the parts."""

    def __init__(
        self,
        presenter: DossiersPresenter,
        steps: StepsPresenter,
        scans: AttachmentsPresenter,
        language: Language,
        look: Look,
    ) -> None:
        super().__init__()
        self._presenter, self._language = presenter, language
        self._dossier: str | None = None
        self._back = KeyButton("close_dossier", "Alt+Up")
        self._back.does(presenter.close)
        self._code, self._name, self._procedure = line_label("code"), text_label("title"), BriefLabel("soft")
        self._code.setObjectName("dossier_code")
        self._name.setObjectName("dossier_applicant")
        self._stage, self._late, self._due = line_label("chip"), line_label("warning"), line_label("soft")
        self._stage.setObjectName("dossier_stage")
        self._buttons: dict[Part, KeyButton] = {}
        for place, part in enumerate(PARTS, start=1):
            button = self._buttons[part] = KeyButton(f"part_{part}", f"Alt+{place}")
            button.setCheckable(True)
            button.does(partial(self._show, part))
        self.timeline, self._facts = TimelineView(look), FactsView()
        self.papers = PapersPart(presenter, language)
        self.steps = StepsPanel(steps, language, look)
        self.scans = AttachmentsPart(scans, language)
        steps.done.connect(lambda _: presenter.refresh())
        self._below = QWidget()
        self._parts = QStackedLayout(self._below)
        self._who = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._lay_out()
        self.become(look)
        self.retranslate()

    def become(self, look: Look) -> None:
        """Takes another look; beside large letters the name gets a line of its own."""
        beside = look.size <= NORMAL_SIZE
        self._who.setDirection(QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom)
        self._who.setSpacing(16 if beside else 0)
        self._facts.setFixedWidth(look.part(_FACTS_WIDTH))
        self.timeline.become(look)
        self.steps.become(look)

    def focus_first(self) -> None:
        """Puts the cursor where work in the part that is shown begins."""
        match self._presenter.state.part:
            case "course":
                self.timeline.area.setFocus(Qt.FocusReason.OtherFocusReason)
            case "papers":
                self.papers.focus_first()
            case "steps":
                self.steps.focus_first()
            case "scans":
                self.scans.setFocus(Qt.FocusReason.OtherFocusReason)

    def primary(self) -> None:
        """Ctrl+Enter: goes on with the step at hand."""
        if self._presenter.state.part == "steps":
            self.steps.primary()

    def retranslate(self) -> None:
        """Says every fixed word."""
        self._back.say(translate("Dossiers", "Về danh sách"))
        words: dict[Part, str] = {
            "course": translate("Dossiers", "Quá trình"),
            "papers": translate("Dossiers", "Giấy tờ"),
            "steps": translate("Dossiers", "Xử lý"),
            "scans": translate("Dossiers", "Bản quét"),
        }
        for part, button in self._buttons.items():
            button.say(words[part])
        self.timeline.say(translate("Dossiers", "Quá trình xử lý"))
        self._facts.say(translate("Dossiers", "Thông tin hồ sơ"))

    def show_state(self) -> None:
        """Shows the dossier at hand."""
        state = self._presenter.state
        self._follow()
        if state.opened is None:
            return
        page, language = state.opened.page, self._language.code
        head = derive_head(page, language)
        self._code.setText(head.code)
        self._name.setText(head.name)
        self._procedure.setText(head.procedure)
        self._stage.setText(head.stage)
        show_text(self._late, head.late)
        self._due.setText(head.due)
        relook(self._due, "urgent" if head.late else "soft")
        self._facts.show_facts(derive_facts(page, language))
        self.timeline.show_lines(derive_timeline(page, language))
        self.papers.show_state()
        for part, button in self._buttons.items():
            button.setChecked(part == state.part)
        self._parts.setCurrentIndex(PARTS.index(state.part))

    def _follow(self) -> None:
        """The parts that others made are told when another dossier is shown, or none."""
        opened = self._presenter.state.opened
        dossier = None if opened is None else opened.page.row.id
        if dossier != self._dossier:
            self._dossier = dossier
            self.timeline.to_the_top()
            papers = () if opened is None else tuple(each.name for each in opened.page.dossier.documents)
            self.scans.show_dossier(dossier, papers)
            self.steps.show_dossier(dossier)

    def _show(self, part: Part) -> None:
        self._presenter.show_part(part)
        self.show_state()
        if part == "steps":
            self.steps.show_dossier(self._dossier)
        self.focus_first()

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(16)
        self._who.setSpacing(16)
        self._who.addWidget(self._code)
        self._who.addWidget(self._name, 1)
        top.addLayout(self._who, 1)
        top.addWidget(self._back)
        standing = QHBoxLayout()
        standing.setSpacing(8)
        for widget in (self._stage, self._late):
            standing.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)
        standing.addSpacing(4)
        standing.addWidget(self._due, 1)
        segments = QHBoxLayout()
        segments.setSpacing(8)
        for button in self._buttons.values():
            segments.addWidget(button, 1)
        course = QWidget()
        beside = QHBoxLayout(course)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(16)
        beside.addWidget(self._facts)
        beside.addWidget(self.timeline, 1)
        for part in (course, self.papers, _in_card(self.steps), _in_card(self.scans)):
            self._parts.addWidget(part)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 16, 24, 16)
        layout.setSpacing(4)
        layout.addLayout(top)
        layout.addWidget(self._procedure)
        layout.addSpacing(4)
        layout.addLayout(standing)
        layout.addSpacing(4)
        layout.addLayout(segments)
        layout.addSpacing(4)
        layout.addWidget(self._below, 1)


def _in_card(part: QWidget) -> QFrame:
    """`part` in a card that scrolls."""
    content = QWidget()
    inside = QVBoxLayout(content)
    inside.setContentsMargins(20, 12, 16, 12)
    inside.addWidget(part)
    inside.addStretch(1)
    frame = card()
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(2, 2, 2, 2)
    layout.addWidget(scrolling(content))
    return frame
