"""Form 01 for everything that came with a list: the postal employee takes the receipts along."""

from __future__ import annotations

from dataclasses import replace

from counter.handover.base import HandoverBase
from counter.ports import PaperRow, PrintedForm
from counter.presenter import Surroundings
from counter.words import translate
from shared.failures import Failure


class PrintsReceipts(HandoverBase):
    """Prints the receipts of what was entered from the opened list (Decision 45/2016 Art. 7(4))."""

    def __init__(self, around: Surroundings) -> None:
        super().__init__(around)
        self._issued: dict[str, PrintedForm] = {}

    def print_receipts(self) -> None:
        """Prints them one after the other; pressed again meanwhile, nothing."""
        if self.state.to_print and not self.state.printing:
            self._print_next(self.state.to_print, len(self.state.to_print))

    def look_for_receipts(self) -> None:
        """Asks which receipts have not been printed; whoever may not receive dossiers has none to print."""
        self._ask(
            self._office.receipts_to_print,
            lambda found: self._become(replace(self.state, unprinted=frozenset(each.dossier for each in found))),
            lambda _: None,
        )

    def _print_next(self, left: tuple[PaperRow, ...], count: int) -> None:
        self._become(replace(self.state, printing=len(left)))
        if not left:
            self._messages.done(lambda: translate("Handover", "Đã in {count} Giấy tiếp nhận.").format(count=count))
            return
        dossier = left[0].dossier

        def print_one() -> None:
            form = self._issued.get(dossier) or self._office.form_01(dossier)
            self._issued[dossier] = form
            self._printer.print_form(form.name, form.pdf)

        def printed() -> None:
            self._issued.pop(dossier, None)
            self._become(replace(self.state, unprinted=self.state.unprinted - {dossier}))
            self._print_next(left[1:], count)

        self._ask(print_one, lambda _: printed(), self._not_printed)

    def _not_printed(self, failure: Failure) -> None:
        """What was issued and did not come out is printed as the original when the key is pressed again."""
        self._become(replace(self.state, printing=0))
        self._messages.failed(failure)
