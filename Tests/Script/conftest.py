"""Scripts of procedures, held against the pages that they are made from."""

from __future__ import annotations

import os
import pathlib
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "Browser"))

from harness import pytest_runtest_makereport  # noqa: E402,F401

PAGES = HERE / "pages"


def tool(*arguments: str, folder: pathlib.Path = PAGES, typed: str = "") -> subprocess.CompletedProcess:
    program = ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen")
    return subprocess.run(
        [program, *arguments], cwd=folder, input=typed, capture_output=True, text=True, check=False)


def script(page: str, *arguments: str) -> str:
    made = tool("script", f"content/{page}.md", *arguments)
    assert made.returncode == 0, made.stderr
    return made.stdout
