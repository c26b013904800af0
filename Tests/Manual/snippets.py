"""The fenced blocks of README and manual, each with what a test does with it.

A comment before a fence says what it is: `<!-- test: CLASS … -->`. Without one, `console` is a session and `bash` are commands.
`<!-- start: NAME … -->` begins a new folder for what follows, `<!-- first: COMMAND -->` is done before the next fence.
"""

from __future__ import annotations

import dataclasses
import pathlib
import re

from conftest import ROOT

COMMENT = re.compile(r"<!-- (test|start|first): (.*) -->$")
FENCE = re.compile(r"(`{3,})(.*)$")
USUAL = {"console": "console", "bash": "run"}


@dataclasses.dataclass(frozen=True)
class Step:
    """A fence, or a comment that is none of a fence."""

    page: str
    line: int
    kind: str
    argument: str
    text: str = ""

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def pages() -> list[pathlib.Path]:
    """But for what the program says itself, which is held against it."""
    manual = [path for path in sorted((ROOT / "manual").rglob("*.md"))
              if path.parent.name != "rules" and path.name != "commands.md"]
    return [ROOT / "README.md", *manual]


def steps(path: pathlib.Path) -> list[Step]:
    """Every fence of a page in order. A fence in another block, which would have to be indented, is refused."""
    page = path.relative_to(ROOT).as_posix()
    found: list[Step] = []
    lines = path.read_text().split("\n")
    number = 0
    marker = None
    while number < len(lines):
        line = lines[number]
        number += 1
        if comment := COMMENT.match(line):
            if comment[1] == "test":
                marker = comment[2]
            else:
                found.append(Step(page, number, comment[1], comment[2]))
            continue
        assert not re.match(r"[ >*-]+(```|~~~)|~~~", line), f"{page}:{number}: a fence that no test reads"
        fence = FENCE.match(line)
        if not fence:
            assert marker is None or not line, f"{page}:{number}: a test without a fence"
            continue
        end = next(index for index in range(number, len(lines)) if lines[index] == fence[1])
        kind, _, argument = (marker or USUAL.get(fence[2], fence[2] or "no class")).partition(" ")
        found.append(Step(page, number, kind, argument, "\n".join(lines[number:end]) + "\n"))
        marker, number = None, end + 1
    return found
