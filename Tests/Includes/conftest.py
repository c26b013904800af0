"""A site with shared steps, and the same site with these steps pasted into its pages."""

from __future__ import annotations

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
SITE = HERE / "site"
sys.path.insert(0, str(HERE.parent / "Browser"))

from harness import pytest_runtest_makereport  # noqa: E402,F401


def tool(*arguments: str, folder: pathlib.Path, typed: str = "") -> subprocess.CompletedProcess:
    program = ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen")
    return subprocess.run(
        [program, *arguments], cwd=folder, input=typed, capture_output=True, text=True, check=False)


def built(folder: pathlib.Path) -> pathlib.Path:
    made = tool("build", "--today", "2026-11-20", folder=folder)
    assert made.returncode == 0, made.stdout + made.stderr
    return folder / "site"


@pytest.fixture
def site(tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy that a test may change."""
    return shutil.copytree(SITE, tmp_path / "included")
