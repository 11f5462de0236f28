"""The reports there are, and how each is made: figures as JSON with stable names, and the sheet of the same figures."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import Connection

from server.reports.counts import dossier_counts
from server.reports.form_07_sheets import in_order, sheet_07a, sheet_07b
from server.reports.freshness import Freshness, freshness
from server.reports.index_inputs import index_inputs
from server.reports.other_sheets import sheet_766, sheet_of_satisfaction, sheet_of_waits
from server.reports.places import Place
from server.reports.ratings import satisfaction
from server.reports.waits import waits
from shared.clock import local
from shared.domain.reports.form_07a import NAMES, DossierCounts, FieldCounts, Form07b, added, total
from shared.domain.reports.index_766 import known_score, parts_of
from shared.domain.reports.period import Period
from shared.domain.reports.satisfaction import OTHERS, Satisfaction, ScoreTally
from shared.domain.reports.sheet import Sheet
from shared.domain.reports.waits import Waits, WaitTally
from shared.failures import Refusal, Sentence

ReportCode = Literal["07a", "07b", "766", "waits", "satisfaction"]
REPORTS: tuple[ReportCode, ...] = get_args(ReportCode)
REPORT_NAMES: Mapping[ReportCode, Sentence] = {
    "07a": Sentence("Biểu 07a: kết quả giải quyết hồ sơ", "Form 07a: how dossiers were handled"),
    "07b": Sentence("Biểu 07b: toàn tỉnh", "Form 07b: the whole province"),
    "766": Sentence("Chỉ số 766", "Index 766"),
    "waits": Sentence("Thời gian chờ", "Waiting"),
    "satisfaction": Sentence("Mức độ hài lòng", "Satisfaction"),
}

Figures = dict[str, object]


@dataclass(frozen=True, slots=True)
class Report:
    """A report that was made: `figures` for programs, `sheet` for people, and how fresh both are."""

    code: ReportCode
    place: Place
    period: Period
    fresh: Freshness
    figures: Figures
    sheet: Sheet

    def document(self) -> Figures:
        """The whole report as JSON."""
        known = self.fresh.known_through
        return {
            "report": self.code,
            "office": self.place.id or None,
            "name": self.place.name,
            "offices": len(self.place.offices),
            "period": {
                "code": self.period.code,
                "kind": self.period.kind,
                "first": self.period.first.isoformat(),
                "last": self.period.last.isoformat(),
                "over": self.period.until is None,
            },
            "made_at": _moment(self.fresh.made_at),
            "known_through": _moment(known),
            "silent": [{"office": each.office, "known_to": _moment(each.known_to)} for each in self.fresh.silent],
            **self.figures,
        }


def _moment(instant: datetime | None) -> str | None:
    return None if instant is None else local(instant).isoformat(timespec="seconds")


def report_code(text: str) -> ReportCode:
    """The report of that code. Refusal `no_such_report`."""
    for code in REPORTS:
        if code == text:
            return code
    raise Refusal("no_such_report", "Không có báo cáo này.", "There is no such report.")


def make_report(connection: Connection, code: ReportCode, place: Place, period: Period, now: datetime) -> Report:
    """Makes a report of `place` and `period` from what is known at `now`.

    A period that is not over is counted through `now`. Refusal `province_only` for Biểu 07b of one office,
    `period_not_begun`.
    """
    period = period.so_far(now)
    figures, sheet = _MAKERS[code](connection, place, period)
    return Report(code, place, period, freshness(connection, place.offices, now), figures, sheet)


def _make_07a(connection: Connection, place: Place, period: Period) -> tuple[Figures, Sheet]:
    counts = added(_counts(connection, place.offices, period).values())
    return _counts_document(counts), sheet_07a(counts, place.name, place.reports_to, period)


def _make_07b(connection: Connection, place: Place, period: Period) -> tuple[Figures, Sheet]:
    if place.id:
        raise Refusal(
            "province_only",
            "Biểu 07b chỉ lập cho toàn tỉnh. Với một đơn vị, xin chọn Biểu 07a.",
            "Form 07b is made for the whole province. For one office, choose Form 07a.",
        )
    counts = _counts(connection, place.offices, period)
    communes = added(of for office, of in counts.items() if office in place.communes)
    own = added(of for office, of in counts.items() if office not in place.communes)
    form = Form07b(own, communes)
    figures: Figures = {
        "own": _counts_document(own),
        "communes": _counts_document(communes),
        "total": _row(form.total),
    }
    return figures, sheet_07b(form, place.name, place.reports_to, period)


def _make_766(connection: Connection, place: Place, period: Period) -> tuple[Figures, Sheet]:
    inputs = index_inputs(connection, place.offices, period, _counts(connection, place.offices, period))
    parts = parts_of(inputs)
    score, most = known_score(parts)
    figures: Figures = {
        "inputs": asdict(inputs),
        "parts": [
            {
                "part": part.name,
                "number": part.number,
                "max": part.most,
                "score": None if part.score is None else round(part.score, 4),
                "formula": part.formula.en,
                "why_open": part.why.en,
            }
            for part in parts
        ],
        "known_score": round(score, 4),
        "known_max": most,
        "grade": None,
    }
    return figures, sheet_766(parts, place.name, period)


def _make_waits(connection: Connection, place: Place, period: Period) -> tuple[Figures, Sheet]:
    found: Waits = waits(connection, place.offices, period)
    figures: Figures = {
        "by": "line" if place.is_one_office else "office",
        "lines" if place.is_one_office else "by_office": {key: _wait(each) for key, each in found.by_key.items()},
        "hours": {f"{hour:02d}": _wait(each) for hour, each in found.by_hour.items()},
        "total": _wait(found.whole),
    }
    return figures, sheet_of_waits(found, place.line_name, place.name, period)


def _make_satisfaction(connection: Connection, place: Place, period: Period) -> tuple[Figures, Sheet]:
    found: Satisfaction = satisfaction(connection, place.offices, period)
    figures: Figures = {
        "total": _scores(found.whole),
        "channels": {name: _scores(each) for name, each in found.channels.items()},
        "counters": {name: _scores(each) for name, each in found.counters.items() if name != OTHERS},
        "other_counters": _scores(found.counters[OTHERS]) if OTHERS in found.counters else None,
        "reasons": dict(found.reasons),
        "comments": found.comments,
    }
    return figures, sheet_of_satisfaction(found, place.counter_name, place.name, period)


_MAKERS: Mapping[ReportCode, Callable[[Connection, Place, Period], tuple[Figures, Sheet]]] = {
    "07a": _make_07a,
    "07b": _make_07b,
    "766": _make_766,
    "waits": _make_waits,
    "satisfaction": _make_satisfaction,
}


def _counts(connection: Connection, offices: Sequence[str], period: Period) -> Mapping[str, FieldCounts]:
    return dossier_counts(connection, offices, period.start, period.end)


def _counts_document(counts: FieldCounts) -> Figures:
    rows = [{"field": field, **_row(counts[field])} for field in in_order(counts)]
    return {"fields": rows, "total": _row(total(counts.values()))}


def _row(counts: DossierCounts) -> Figures:
    return {name: counts.column(number) for number, name in NAMES.items()}


def _wait(tally: WaitTally) -> Figures:
    kept = {name: tally.kept[name] for name in ("held", "sooner", "later", "unpromised")}
    return {
        "issued": tally.issued,
        "called": tally.called,
        "absent": tally.absent,
        "mean_minutes": None if tally.mean is None else round(tally.mean, 2),
        "median_minutes": tally.median,
        "ninth_minutes": tally.ninth,
        **kept,
    }


def _scores(tally: ScoreTally) -> Figures:
    return {
        "count": tally.count,
        "very_satisfied": tally.scores[3],
        "satisfied": tally.scores[2],
        "not_satisfied": tally.scores[1],
    }
