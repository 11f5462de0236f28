"""The day of the sample's post point, counted from the book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from counter.consign.day_shown import post_day_sheet, post_day_shown
from counter.ports.post_day import PostDayShown
from counter.sample.room import SampleRoom
from resources.sample_ward.load import sample_staff
from shared.clock import business_date, midnight
from shared.domain.post_day import PostPapers, post_day


class SamplePostDay(SampleRoom):
    """The day of the sample's post point."""

    def post_day(self, day: date | None) -> PostDayShown:
        """The figures of a day."""
        post, today = self._officer_now().unit, business_date(self._clock.now())
        shown = day or today
        papers = PostPapers(
            notes=[each for each in self.book.consignments.values() if each.post == post],
            handovers=[each for each in self.book.handovers.values() if post in (each.giver, each.receiver)],
            deliveries=[each for each in self.book.deliveries.values() if each.post == post],
            payments=[each for each in self.book.payments.values() if each.counter == post],
        )
        counted = post_day(post, papers, midnight(shown), midnight(shown + timedelta(days=1)))
        answer = post_day_shown(self._ward, counted, shown, today)
        names = {each.id: each.name for each in sample_staff()}
        return replace(answer, staff=tuple((names.get(each.by, each.by), each) for each in counted.staff))

    def post_day_sheet(self, day: date) -> bytes:
        """The sheet."""
        officer = self._officer_now()
        return post_day_sheet(self._ward, officer.unit, self.post_day(day), officer.name, self._clock.now())
