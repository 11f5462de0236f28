"""A real nginx with the configuration that is shipped, on loopback; only ports, files and patience are the test's."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from tests.server.server_process import ROOT
from tests.server.waiting import until

SHIPPED = ROOT / "installer" / "province" / "nginx" / "motcua.conf"
PROGRAM = shutil.which("nginx", path="/usr/sbin:/usr/bin:/usr/local/sbin:/usr/local/bin")
NOT_INSTALLED = "nginx is not installed (Debian package nginx-light)"

_WHOLE = """
daemon off; master_process off; worker_processes 1; pid {folder}/pid; error_log {folder}/start.log notice;
events {{ worker_connections 256; }}
http {{
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s; access_log off;
  include {folder}/motcua.conf;
}}
"""


@dataclass(frozen=True, slots=True)
class Nginx:
    """A running nginx: its two ports, the certificate to trust, and the folder of its logs."""

    port: int
    plain_port: int
    certificate: Path
    folder: Path

    @property
    def url(self) -> str:
        """Where it answers."""
        return f"https://127.0.0.1:{self.port}"

    def logs(self) -> str:
        """Everything that it has written down."""
        return "".join(file.read_text(encoding="utf-8") for file in self.folder.glob("*.log"))


@contextmanager
def nginx(folder: Path, upstream: tuple[int, int]) -> Iterator[Nginx]:
    """nginx before the two ports of `upstream`."""
    assert PROGRAM is not None
    certificate = _certificate(folder)
    running = Nginx(_free_port(), _free_port(), certificate, folder)
    changes = {
        "listen 80;": f"listen 127.0.0.1:{running.plain_port};",
        "listen [::]:80;": "",
        "listen 443 ssl http2;": f"listen 127.0.0.1:{running.port} ssl http2;",
        "listen [::]:443 ssl http2;": "",
        "127.0.0.1:8441": f"127.0.0.1:{upstream[0]}",
        "127.0.0.1:8442": f"127.0.0.1:{upstream[1]}",
        "/etc/ssl/motcua/": f"{folder}/",
        "/var/log/nginx/": f"{folder}/",
        "client_header_timeout 10s": "client_header_timeout 1s",
        "client_body_timeout   15s": "client_body_timeout 1s",
    }
    text = SHIPPED.read_text(encoding="utf-8")
    for shipped, ours in changes.items():
        assert shipped in text, shipped
        text = text.replace(shipped, ours)
    (folder / "motcua.conf").write_text(text, encoding="utf-8")
    (folder / "nginx.conf").write_text(_WHOLE.format(folder=folder), encoding="utf-8")
    command = [PROGRAM, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "start.log")]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            until(lambda: process.poll() is not None or _listens(running.port))
            assert process.poll() is None, (folder / "start.log").read_text(encoding="utf-8")
            yield running
        finally:
            process.terminate()
            process.wait(10)


def _certificate(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "motcua.test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(key, SHA256())
    )
    file = folder / "fullchain.pem"
    file.write_bytes(certificate.public_bytes(Encoding.PEM))
    (folder / "privkey.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return file


def _free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _listens(port: int) -> bool:
    with closing(socket.socket()) as probe:
        return probe.connect_ex(("127.0.0.1", port)) == 0
