"""The guidance of a procedure (hướng dẫn thủ tục): what to bring, where to queue, which counters serve it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from shared.domain.office import line_of_field, procedure_on
from shared.domain.office_record import Counter, Line, Office
from shared.domain.procedure import Procedure, RequiredDocument
from shared.domain.replaced_papers import marked_papers
from shared.failures import Sentence

_NOTHING = Sentence("", "")
_FORMS = {
    "original": ("bản chính", "original", "originals"),
    "certified_copy": ("bản sao có chứng thực", "certified copy", "certified copies"),
    "copy": ("bản sao", "copy", "copies"),
    "electronic": ("bản điện tử", "electronic copy", "electronic copies"),
    None: ("bản", "copy", "copies"),
}


@dataclass(frozen=True, slots=True)
class Paper:
    """One paper of a procedure (giấy tờ) as people are told of it.

    `how`: in which form and how many, empty where the source does not say. `kept_in`: the state's database that
    replaces the paper, so that nobody may ask for it, or "". `online`: asked for only of those who apply online.
    """

    name: str
    how: Sentence
    note: str
    kept_in: str = ""
    online: bool = False

    @property
    def to_bring(self) -> bool:
        """Whether it is to be brought to the office."""
        return not self.kept_in and not self.online


@dataclass(frozen=True, slots=True)
class Guidance:
    """What people are told of one procedure that this office receives (hướng dẫn thủ tục).

    `papers` empty: the catalogue has no usable list. `line` None: no line of the office takes its field.
    """

    procedure: Procedure
    papers: tuple[Paper, ...]
    line: Line | None
    counters: tuple[Counter, ...]


def guidance_on(office: Office, code: str, day: date) -> Guidance | None:
    """The guidance of the procedure `code` (as `1.001193`) as in force on `day`; None if it is not received here."""
    procedure = procedure_on(office, code, day)
    if procedure is None:
        return None
    line = line_of_field(office, procedure.field)
    counters = tuple(each for each in office.counters if line is not None and line.letter in each.lines)
    return Guidance(procedure, papers_of(procedure), line, tuple(sorted(counters, key=lambda each: each.number)))


def papers_of(procedure: Procedure) -> tuple[Paper, ...]:
    """The catalogue's papers in its order, then those that it does not list and a database replaces."""
    marked = marked_papers(procedure)
    papers = []
    for document, match in marked.papers:
        how = _NOTHING if match else how_to_bring(document)
        kept_in = match.database if match else ""
        online = document.form == "electronic" and not kept_in
        papers.append(Paper(document.name, how, document.note or "", kept_in, online))
    papers.extend(Paper(each.document, _NOTHING, "", each.database) for each in marked.others)
    return tuple(papers)


def how_to_bring(document: RequiredDocument) -> Sentence:
    """Form and number of `document` in words: "2 bản sao", "chỉ xuất trình"; empty where neither is stated."""
    if document.form == "present_only":
        return Sentence("chỉ xuất trình, không phải nộp", "to be shown, not handed in")
    if document.form is None and document.copies is None:
        return _NOTHING
    vietnamese, one, many = _FORMS[document.form]
    if document.copies is None:
        return Sentence(vietnamese, one)
    return Sentence(f"{document.copies} {vietnamese}", f"{document.copies} {one if document.copies == 1 else many}")
