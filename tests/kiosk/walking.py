"""One walk over every screen of the kiosk for several tests: what each shows, says and does under the keys."""

from __future__ import annotations

import functools
from typing import Any

from PySide6.QtQuick import QQuickItem

from kiosk.gallery import SCENES, Orientation, Stage, settle, staged
from kiosk.read_aloud import uppermost_layer
from shared.qt.theme import HIGH_CONTRAST, NORMAL
from tests.kiosk import colours, reaching

WALKS: list[tuple[str, Orientation]] = [("vi", "portrait"), ("en", "landscape")]


def glass_of(stage: Stage) -> QQuickItem:
    """The glass in its own pixels."""
    glass = stage.window.view.rootObject().findChild(QQuickItem, "stage")
    assert glass is not None
    return glass


def looked_at(stage: Stage) -> dict[str, Any]:
    """What there is to say about one screen, by the kind of fault; the last changes its colours and its focus."""
    view, glass = stage.window.view, glass_of(stage)
    picture = view.grabWindow()
    found: dict[str, Any] = {
        "said": uppermost_layer(view.rootObject()).said,
        "names": reaching.spoken_names(glass),
        "nameless": reaching.unspoken_controls(glass),
        "namesakes": reaching.names_of_several(glass),
        "roles": reaching.wrong_roles(glass),
        "passed over": reaching.unspoken_texts(glass),
        "pale": colours.pale_texts(glass, picture),
        "bare states": colours.bare_states(glass, NORMAL),
        "bare choices": colours.bare_choices(glass),
    }
    view.requestActivate()
    settle()
    found["focus"] = reaching.focus_faults(view, glass)
    found["unseen focus"] = reaching.unseen_focus(view)
    stage.window.shell.toggle_high_contrast()
    settle()
    found["pale in high contrast"] = colours.pale_texts(glass, view.grabWindow())
    found["bare in high contrast"] = colours.bare_states(glass, HIGH_CONTRAST)
    return found


@functools.cache
def walked(language: str, orientation: Orientation) -> dict[str, dict[str, Any]]:
    """What `looked_at` says of every scene: one walk for all the tests of this process."""
    found = {}
    for scene, lead_there in SCENES.items():
        with staged(language, orientation, "normal") as stage:
            lead_there(stage)
            settle()
            found[scene] = looked_at(stage)
    return found
