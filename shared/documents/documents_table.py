"""The papers of a dossier as forms list them (thành phần hồ sơ): name, originals and copies of each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.lib.units import mm
from reportlab.platypus import LongTable, Paragraph

from shared.documents.form_fields import Setting, ruled_cells
from shared.documents.paper import TEXT_WIDTH
from shared.documents.paper_text import centred, markup, style
from shared.documents.vietnamese_words import counted

_HEAD = ("STT", "Tên giấy tờ", "Bản chính", "Bản sao")
_HEAD_SIZE = 12


@dataclass(frozen=True, slots=True)
class SubmittedDocument:
    """One paper of the dossier (thành phần hồ sơ): its name, how many originals (bản chính) and copies (bản sao)."""

    name: str
    originals: int
    copies: int


@dataclass(frozen=True, slots=True)
class DocumentsTable:
    """How the papers are listed: letters of `size` points, lines `leading` points apart."""

    setting: Setting
    size: float
    leading: float

    def listed(self, documents: Sequence[SubmittedDocument]) -> LongTable:
        """The table of `documents`; its head stands again at the top of every further page."""
        return self._ruled(self._rows(documents))

    def listed_and_summed(self, documents: Sequence[SubmittedDocument]) -> LongTable:
        """The same with how many originals and copies there are in all."""
        sums = (sum(each.originals for each in documents), sum(each.copies for each in documents))
        last: list[object] = ["", self._bold("Cộng"), *(self._bold(_count(each)) for each in sums)]
        return self._ruled([*self._rows(documents), last])

    def _rows(self, documents: Sequence[SubmittedDocument]) -> list[list[object]]:
        name = style(self.setting.family.regular, self.size, self.leading)
        number = centred(name)
        rows: list[list[object]] = [[self._bold(text) for text in _HEAD]]
        for order, document in enumerate(documents, start=1):
            rows.append(
                [
                    Paragraph(str(order), number),
                    Paragraph(markup(document.name, self.setting.family), name),
                    Paragraph(_count(document.originals), number),
                    Paragraph(_count(document.copies), number),
                ]
            )
        return rows

    def _bold(self, text: str) -> Paragraph:
        return Paragraph(text, centred(style(self.setting.family.bold, _HEAD_SIZE, self.leading)))

    def _ruled(self, rows: list[list[object]]) -> LongTable:
        widths = [12 * mm, TEXT_WIDTH - 58 * mm, 23 * mm, 23 * mm]
        return LongTable(rows, colWidths=widths, repeatRows=1, style=ruled_cells(self.setting))


def _count(number: int) -> str:
    return counted(number) if number else "–"
