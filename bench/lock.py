"""Renew one hashed lock in requirements/: `python -m bench.lock base|test|bench`. `make lock` renews all."""

import subprocess
import sys
from pathlib import Path

EXTRAS = {"base": (), "test": ("test", "check"), "bench": ("test", "check", "bench")}
BELOW = {"base": None, "test": "requirements/base.txt", "bench": "requirements/test.txt"}


def lock(name: str) -> None:
    """Compile requirements/NAME.txt for every platform, with hashes and without addresses."""
    command = [str(Path(sys.executable).with_name("uv")), "pip", "compile", "pyproject.toml", "--universal"]
    command += ["--python-version", "3.11", "--generate-hashes", "--no-emit-index-url", "--no-header", "--quiet"]
    for extra in EXTRAS[name]:
        command += ["--extra", extra]
    if (below := BELOW[name]) is not None:
        command += ["-c", below]
    subprocess.run([*command, "-o", f"requirements/{name}.txt"], check=True)


if __name__ == "__main__":
    lock(sys.argv[1])
