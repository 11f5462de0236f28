"""The steps of the law as a part of a dossier's page: the list of steps, or the form of the one chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from counter.language import Language
from counter.look import Look
from counter.parts.view import View
from counter.steps.form import StepForm
from counter.steps.menu import StepMenu
from counter.steps.presenter import StepsPresenter


class StepsPanel(View):
    """What may be done to the dossier shown; as high as it needs to be, so that the page around it scrolls."""

    def __init__(self, presenter: StepsPresenter, language: Language, look: Look) -> None:
        super().__init__()
        self._presenter = presenter
        self._menu, self._form = StepMenu(presenter, language), StepForm(presenter, language, look)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._menu)
        layout.addWidget(self._form)
        presenter.changed.connect(self.show_state)
        self.show_state()

    def become(self, look: Look) -> None:
        """Takes another look."""
        self._form.become(look)

    def show_dossier(self, dossier: str | None) -> None:
        """Shows the steps of `dossier`, or nothing."""
        self._presenter.show_dossier(dossier)

    def focus_first(self) -> None:
        """Puts the cursor where work begins."""
        if self._presenter.state.chosen is None:
            self._menu.focus_first()
        else:
            self._form.focus_first()

    def primary(self) -> None:
        """Ctrl+Enter: goes on with the chosen step."""
        self._presenter.primary()

    def print_again(self) -> None:
        """Ctrl+P: the form issued last, once more."""
        self._presenter.print_last()

    def show_state(self) -> None:
        """Shows the list or the form."""
        chosen = self._presenter.state.chosen is not None
        was_chosen = self._form.isVisibleTo(self)
        self._menu.setVisible(not chosen)
        self._form.setVisible(chosen)
        self._menu.show_state()
        self._form.show_state()
        if was_chosen and not chosen and self.isVisible():
            self._menu.focus_first()
