"""The server for assistants, driven by the official client."""

from __future__ import annotations

import os
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "Browser"))

from harness import pytest_runtest_makereport  # noqa: E402,F401

PROGRAM = str(ROOT / os.environ.get("RUNBOOKGEN", ".build/release/runbookgen"))
