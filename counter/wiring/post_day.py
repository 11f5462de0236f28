"""The summary of a post point's day, against the journal of this machine."""

from __future__ import annotations

from datetime import date, timedelta

from counter.consign.day_shown import post_day_sheet, post_day_shown
from counter.ports.people import Officer
from counter.ports.post_day import PostDayShown
from counter.wiring.work import CounterWork
from shared.clock import business_date, midnight
from shared.domain.post_day import post_day
from shared.failures import Refusal
from shared.journal.post_day_queries import post_papers


class PostDayRoom(CounterWork):
    """The day of the post point that the officer belongs to."""

    def post_day(self, day: date | None) -> PostDayShown:
        """The figures and the money of `day`, None: today."""
        officer = self._of_the_post()
        today = business_date(self.journal.now())
        shown = day or today
        begins = midnight(shown)
        with self.journal.reading() as reader:
            office = self.program.reference.read(reader.connection)
            papers = post_papers(reader, officer.unit, begins)
        counted = post_day(officer.unit, papers, begins, midnight(shown + timedelta(days=1)))
        return post_day_shown(office, counted, shown, today)

    def post_day_sheet(self, day: date) -> bytes:
        """The Bảng tổng hợp trong ngày as PDF."""
        officer = self._of_the_post()
        return post_day_sheet(self.office(), officer.unit, self.post_day(day), officer.name, self.journal.now())

    def _of_the_post(self) -> Officer:
        officer = self.acting("consign")
        if officer.unit_kind != "post":
            raise Refusal(
                "not_allowed",
                "Bảng tổng hợp này dành cho người của điểm bưu điện.",
                "This summary is for the people of a post point.",
            )
        return officer
