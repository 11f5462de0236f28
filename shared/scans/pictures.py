"""Pages of scans as pictures, small enough for a screen."""

from __future__ import annotations

import io

from shared.domain.attachment import MediaType
from shared.scans.scan_file import PDFIUM, scan_damaged


def page_picture(body: bytes, media_type: MediaType, page: int, width: int, height: int) -> bytes:
    """Page `page` (from 0) as a PNG that fits into `width` × `height` pixels. Refusal `scan_damaged`."""
    if media_type == "application/pdf":
        return _pdf_page(body, page, width, height)
    return _picture_page(body, page, width, height)


def _pdf_page(body: bytes, page: int, width: int, height: int) -> bytes:
    import pypdfium2

    with PDFIUM:
        try:
            with pypdfium2.PdfDocument(body) as document:
                shown = document[page]
                scale = min(width / max(shown.get_width(), 1), height / max(shown.get_height(), 1))
                picture = shown.render(scale=scale).to_pil()
        except (pypdfium2.PdfiumError, IndexError) as problem:
            raise scan_damaged() from problem
    return _as_png(picture)


def _picture_page(body: bytes, page: int, width: int, height: int) -> bytes:
    from PIL import Image, ImageOps

    try:
        with Image.open(io.BytesIO(body)) as picture:
            if page:
                picture.seek(page)
            picture.draft("RGB", (width * 2, height * 2))
            upright = ImageOps.exif_transpose(picture).convert("RGB")
    except (OSError, EOFError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise scan_damaged() from problem
    upright.thumbnail((width, height))
    return _as_png(upright)


def _as_png(picture: object) -> bytes:
    made = io.BytesIO()
    picture.save(made, "PNG")  # type: ignore[attr-defined]  # a picture of Pillow, which pypdfium2 does not say
    return made.getvalue()
