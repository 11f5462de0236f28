"""Pictures of every screen in both languages and every manner of seeing them, from fixed content, without a display."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from counter.look import LARGE_SIZE, NORMAL_SIZE
from counter.scenes import SCREENS
from counter.stage import SIZES, Scene, set_stage
from shared.failures import EnvironmentFailure
from shared.qt.theme import HIGH_CONTRAST, NORMAL, Palette

__all__ = ["MANNERS", "SCREENS", "Manner", "draw", "set_stage"]

_LANGUAGES = ("vi", "en")


@dataclass(frozen=True, slots=True)
class Manner:
    """A way in which somebody looks at the window: size of letters, colours, size of the window."""

    name: str
    letters: float
    palette: Palette
    size: tuple[int, int]


MANNERS = (
    *(Manner("normal", NORMAL_SIZE, NORMAL, size) for size in SIZES),
    Manner("large", LARGE_SIZE, NORMAL, SIZES[0]),
    Manner("contrast", NORMAL_SIZE, HIGH_CONTRAST, SIZES[0]),
)


def draw(folder: Path) -> list[Path]:
    """Draws every screen into `folder` and answers the files. A QApplication must be running."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentFailure(
            "folder_not_writable",
            f"Không ghi được vào thư mục {folder}.",
            f"The folder {folder} cannot be written to.",
        ) from error
    return [_draw_one(folder, *which) for which in _every_one()]


def _every_one() -> Iterator[tuple[Scene, str, Manner]]:
    for screen in SCREENS:
        for language in _LANGUAGES:
            for manner in MANNERS:
                yield screen, language, manner


def _draw_one(folder: Path, screen: Scene, language: str, manner: Manner) -> Path:
    stage = set_stage(language, manner.letters, manner.size, manner.palette)
    screen(stage)
    stage.settle()
    width, height = manner.size
    path = folder / f"{screen.__name__}-{language}-{manner.name}-{width}x{height}.png"
    saved = stage.window.grab().save(str(path))
    stage.window.dispose()
    stage.lanes.close()
    if not saved:
        raise EnvironmentFailure(
            "picture_not_saved",
            f"Không lưu được ảnh {path.name}.",
            f"The picture {path.name} could not be saved.",
        )
    return path
