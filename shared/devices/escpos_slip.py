"""A slip as the ESC/POS commands that print it: reset, the picture in bands, feed and cut."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from shared.devices.slip_raster import DOTS_PER_MM, slip_pages

BAND_DOTS = 128
"""The height of a band: 16 mm, 9 kB at 576 dots, which printers with small memories take too."""


@dataclass(frozen=True, slots=True)
class SlipCommands:
    """The bytes of one slip, from reset to cut, and how much paper they print on."""

    data: bytes
    height_mm: float


def slip_commands(pdf: bytes, head_dots: int) -> SlipCommands:
    """What is sent for `pdf` to a head of `head_dots` dots; each page is cut off. ValueError for a PDF without ink."""
    pages = slip_pages(pdf, head_dots)
    writer = _writer(head_dots)
    writer.hw("INIT")
    for page in pages:
        writer.image(page, impl="bitImageRaster", fragment_height=BAND_DOTS)
        writer.cut(feed=False)  # GS V 66: feeds to the knife by itself, and cuts
    data: bytes = writer.output
    return SlipCommands(data, sum(page.height for page in pages) / DOTS_PER_MM)


def _writer(head_dots: int) -> Any:
    # Loaded with the first slip: a third of a second that no start should wait for.
    from escpos.capabilities import Profile
    from escpos.printer import Dummy

    profile = Profile(features={"paperFullCut": True, "paperPartCut": True})
    # Of a head of unknown width the library says so on standard output with every band.
    profile.profile_data = {
        **profile.profile_data,
        "media": {"width": {"mm": head_dots / DOTS_PER_MM, "pixels": head_dots}},
    }
    return Dummy(profile=profile)
