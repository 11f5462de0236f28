"""The options of `serve`: what they say, and what is refused in words before anything is served."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.__main__ import parser
from server.commands.serve_options import serve_settings
from server.settings import LOOPBACK, BackupSettings, ServeSettings
from shared.failures import Failure


def settings_of(*options: str) -> ServeSettings:
    return serve_settings(parser().parse_args(("serve", *options)))


def test_without_options_a_server_serves_a_small_office() -> None:
    assert settings_of() == ServeSettings()


def test_every_option_has_its_place(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("0123456789abcdef\n", encoding="ascii")
    chosen = settings_of(
        *("--host", "motcua.example", "--host", "10.0.0.2", "--behind-proxy", "127.0.0.1", "--leave-after", "3s"),
        *("--metrics-from", "10.1.0.0/16", "--metrics-token", str(secret)),
        *("--backups", str(tmp_path), "--backup-every", "30m", "--keep", "10", "--keep-days", "7"),
    )
    assert chosen == ServeSettings(
        hosts=("motcua.example", "10.0.0.2"),
        metrics_from=(*LOOPBACK, "10.1.0.0/16"),
        metrics_token="0123456789abcdef",
        behind=("127.0.0.1",),
        leaving=3.0,
        backups=BackupSettings(tmp_path, 1800.0, 10, 7),
    )


@pytest.mark.parametrize(
    ("options", "word"),
    [
        (("--behind-proxy", "proxy.example"), "--behind-proxy"),
        (("--behind-proxy", "*"), "--behind-proxy"),
        (("--metrics-from", "10.1.2.3/16"), "--metrics-from"),
        (("--metrics-token", "there-is-none"), "there-is-none"),
        (("--leave-after", "soon"), "--leave-after"),
        (("--backups", "b", "--backup-every", "1w"), "--backup-every"),
        (("--backups", "b", "--keep", "0"), "--keep"),
    ],
)
def test_what_cannot_be_is_refused_in_two_sentences(options: tuple[str, ...], word: str) -> None:
    with pytest.raises(Failure) as refused:
        settings_of(*options)
    assert word in refused.value.sentence.vi
    assert word in refused.value.sentence.en


def test_a_secret_that_is_too_short_to_be_one_is_refused(tmp_path: Path) -> None:
    (tmp_path / "short").write_text("abc", encoding="ascii")
    with pytest.raises(Failure, match="16"):
        settings_of("--metrics-token", str(tmp_path / "short"))
