"""Programs that are learnt, and what they are learnt with."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "Browser"))

from harness import find_binary, pytest_runtest_makereport  # noqa: E402,F401

# Python's own programs lie beside it.
PATH = os.pathsep.join([str(pathlib.Path(sys.executable).parent), os.environ["PATH"], "/usr/sbin"])


def tool(*arguments: str, folder: pathlib.Path, **variables: str) -> subprocess.CompletedProcess:
    return subprocess.run(
        [find_binary(), *arguments],
        cwd=folder,
        env=os.environ | {"PATH": PATH} | variables,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def program(path: pathlib.Path, text: str) -> pathlib.Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    path.chmod(0o755)
    return path
