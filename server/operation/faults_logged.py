"""For what a server does by itself: a mistake of ours in one round is logged, and the next round comes."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from shared.failures import EnvironmentFailure

_log = logging.getLogger(__name__)


@contextmanager
def faults_logged(what: str) -> Iterator[None]:
    """Lets nothing out of the block but what ends it: neither a failure around us nor a mistake of ours."""
    with suppress(EnvironmentFailure), mistakes_logged(what):
        yield


@contextmanager
def mistakes_logged(what: str) -> Iterator[None]:
    """Lets no mistake of ours out of the block; a failure around us ends what is around it too.

    Of a mistake the log has the places in our code, never the message, which may hold data.
    """
    try:
        yield
    except EnvironmentFailure:
        raise
    except Exception as error:  # noqa: BLE001  # the boundary of one round
        _log.error("%s: %s\n%s", what, type(error).__name__, "".join(traceback.format_tb(error.__traceback__)))
