"""Administration in the browser (quản trị): the pages by which people change what an office's machines work by."""

from __future__ import annotations

from fastapi import APIRouter

from server.administration.calendar_pages import CalendarPages
from server.administration.desk import Desk
from server.administration.device_pages import DevicePages
from server.administration.history_pages import HistoryPages
from server.administration.home import Home
from server.administration.import_pages import ImportPages
from server.administration.office_pages import OfficePages
from server.administration.part_pages import PartPages
from server.administration.procedure_pages import ProcedurePages
from server.administration.section_pages import SectionPages
from server.administration.staff_pages import StaffPages
from server.offices import Offices
from server.signed_in.door import Door
from server.writing_lane import WritingLane


class Administration:
    """All pages under /administration."""

    def __init__(self, offices: Offices, lane: WritingLane, door: Door) -> None:
        self._desk = Desk(offices, lane, door)

    def router(self) -> APIRouter:
        """The routes."""
        router = APIRouter(include_in_schema=False)
        for pages in (
            Home,
            OfficePages,
            PartPages,
            SectionPages,
            ProcedurePages,
            ImportPages,
            CalendarPages,
            StaffPages,
            DevicePages,
            HistoryPages,
        ):
            router.include_router(pages(self._desk).router())
        return router
