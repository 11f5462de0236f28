"""The options of `serve`, and what they say as settings."""

from __future__ import annotations

import argparse
import re
from ipaddress import ip_address, ip_network
from pathlib import Path

from server.operation.logs import LOG_FORMATS, LOG_LEVELS
from server.settings import DEFAULT_LISTEN, LOOPBACK, BackupSettings, ServeSettings
from shared.failures import EnvironmentFailure, Refusal

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}


def add_options(command: argparse.ArgumentParser) -> None:
    """Adds the options."""
    command.add_argument(
        "--listen",
        metavar="HOST:PORT",
        default=DEFAULT_LISTEN,
        help=f"địa chỉ lắng nghe; cổng 0 là cổng trống bất kỳ / where to listen; port 0 is any free one "
        f"({DEFAULT_LISTEN})",
    )
    web = command.add_argument_group("mạng / the network")
    web.add_argument(
        "--behind-proxy",
        metavar="ADDRESS",
        action="append",
        default=[],
        help="máy chủ trung gian được tin khi báo địa chỉ người gửi / the proxy that is believed about who asks",
    )
    web.add_argument(
        "--host",
        metavar="NAME",
        action="append",
        default=[],
        help="tên miền được phục vụ, có thể nhiều; không nêu là mọi tên / a name it answers to; without: any",
    )
    watched = command.add_argument_group("giám sát / watching it")
    watched.add_argument("--log-format", choices=LOG_FORMATS, default="text", help="(text)")
    watched.add_argument(
        "--log-level", choices=LOG_LEVELS, default="warning", help="info: mỗi yêu cầu một dòng / a line a request"
    )
    watched.add_argument(
        "--metrics-from",
        metavar="NETWORK",
        action="append",
        default=[],
        help="mạng được xem /metrics, ngoài chính máy này / a network that may read /metrics, besides this machine",
    )
    watched.add_argument(
        "--metrics-token", metavar="FILE", type=Path, help="tệp chứa mã để xem /metrics / a file with a secret for it"
    )
    watched.add_argument(
        "--leave-after",
        metavar="TIME",
        default="0s",
        help="báo chưa sẵn sàng bao lâu trước khi dừng / how long it says not ready before it ends (0s)",
    )
    backups = command.add_argument_group("sao lưu / backups")
    backups.add_argument("--backups", metavar="DIR", type=Path, help="tự sao lưu vào thư mục này / back up into it")
    backups.add_argument("--backup-every", metavar="TIME", default="1h", help="30m, 1h, 1d (1h)")
    add_kept(backups)


def add_kept(group: argparse._ActionsContainer) -> None:
    """The options that say how many backups are kept."""
    group.add_argument(
        "--keep", metavar="N", type=int, default=48, help="giữ bao nhiêu bản mới nhất / newest kept (48)"
    )
    group.add_argument(
        "--keep-days",
        metavar="N",
        type=int,
        default=30,
        help="và mỗi ngày một bản, bao nhiêu ngày / and one a day (30)",
    )


def serve_settings(chosen: argparse.Namespace) -> ServeSettings:
    """The settings that the options say. Refusal `option_invalid`, EnvironmentFailure `token_unreadable`."""
    backups = None
    if chosen.backups is not None:
        backups = backup_settings(chosen, seconds_of("--backup-every", chosen.backup_every))
    return ServeSettings(
        hosts=tuple(chosen.host),
        metrics_from=(*LOOPBACK, *(_network(each) for each in chosen.metrics_from)),
        metrics_token=_token(chosen.metrics_token) if chosen.metrics_token else "",
        behind=tuple(_address(each) for each in chosen.behind_proxy),
        leaving=seconds_of("--leave-after", chosen.leave_after),
        backups=backups,
    )


def backup_settings(chosen: argparse.Namespace, every: float) -> BackupSettings:
    """Into which folder, how often and how many. Refusal `option_invalid`."""
    if chosen.keep < 1 or chosen.keep_days < 0 or every < 0:
        raise _invalid("--keep")
    return BackupSettings(chosen.backups, every, chosen.keep, chosen.keep_days)


def seconds_of(option: str, text: str) -> float:
    """The seconds in "90s", "30m", "1h", "1d". Refusal `option_invalid`."""
    found = re.fullmatch(r"(\d{1,6})([smhd])", text)
    if found is None:
        raise _invalid(option)
    return float(int(found[1]) * _UNITS[found[2]])


def _network(text: str) -> str:
    try:
        return str(ip_network(text))
    except ValueError:
        raise _invalid("--metrics-from") from None


def _address(text: str) -> str:
    try:
        return str(ip_address(text))
    except ValueError:
        raise _invalid("--behind-proxy") from None


def _token(file: Path) -> str:
    try:
        token = file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        token = ""
    if len(token) < 16:
        raise EnvironmentFailure(
            "token_unreadable",
            f"Tệp {file.name} phải có một mã từ 16 chữ cái hoặc chữ số trở lên.",
            f"The file {file.name} must hold a secret of at least 16 letters or digits.",
        )
    return token


def _invalid(option: str) -> Refusal:
    return Refusal(
        "option_invalid",
        f"Giá trị của {option} không đúng; xem serve --help.",
        f"The value of {option} cannot be used; see serve --help.",
    )
