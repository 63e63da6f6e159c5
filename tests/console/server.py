"""The real server as a process of its own, and the browser that visits it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHROMIUM = "/usr/bin/chromium"
SWITCHES = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Run `moderation serve` on a free port over a prepared data folder; yields its address."""
    command = [sys.executable, "-m", "moderation", "serve", "--port", "0", "--data", str(folder)]
    env = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"}
    log = (folder / "server.log").open("wb")
    with log, subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, env=env, text=True) as server:
        try:
            assert server.stdout is not None
            for line in server.stdout:
                found = re.search(r"Listening on (http://\S+)", line)
                if found:
                    yield found[1]
                    break
            else:
                raise AssertionError((folder / "server.log").read_text()[-2000:])
        finally:
            server.terminate()
            server.wait(20)
