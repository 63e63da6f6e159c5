"""A PostgreSQL server of the tests' own: started from Debian's package, thrown away at the end.

`MODERATION_TEST_POSTGRES` names a server to use instead (its `public` schema is wiped).
"""

from __future__ import annotations

import atexit
import functools
import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest

VARIABLE = "MODERATION_TEST_POSTGRES"
SETTINGS = "-c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300"


def missing(what: str) -> None:
    """Skip, saying why; in CI a missing part is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"{what}, and in CI that is a failure")
    pytest.skip(what)


@functools.cache
def server_url() -> str | None:
    """Return the URL of a server, starting one if need be; None where there is none to start."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not programs:
        return None
    folder = Path(tempfile.mkdtemp(prefix="moderation-pg-"))
    port = free_port()
    as_owner: list[str] = []
    if os.geteuid() == 0:  # initdb refuses root
        shutil.chown(folder, "postgres", "postgres")
        as_owner = ["runuser", "-u", "postgres", "--"]
    run = functools.partial(subprocess.run, check=True, stdout=subprocess.DEVNULL, cwd="/")
    binaries = programs[-1].parent
    run(
        [*as_owner, binaries / "initdb", "-D", folder / "db", "-U", "moderation", "-A", "trust", "-E", "UTF8"]
    )
    options = f"-p {port} -c listen_addresses=127.0.0.1 -k {folder} {SETTINGS}"
    start = [binaries / "pg_ctl", "-D", folder / "db", "-w", "-l", folder / "log", "-o", options, "start"]
    run([*as_owner, *start])
    atexit.register(_stop, [*as_owner, str(binaries / "pg_ctl"), "-D", str(folder / "db")], folder)
    run([binaries / "createdb", "-h", "127.0.0.1", "-p", str(port), "-U", "moderation", "moderation_test"])
    return f"postgresql://moderation@127.0.0.1:{port}/moderation_test"


def _stop(control: list[str], folder: Path) -> None:
    subprocess.run([*control, "-m", "immediate", "stop"], check=False, stdout=subprocess.DEVNULL, cwd="/")
    shutil.rmtree(folder, ignore_errors=True)


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
