"""What is learnt of programs that others wrote, against a count of our own of what their help names."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from conftest import PATH, tool

# Each with what its help is made by, and the verbs whose help is counted, too.
PROGRAMS = {
    "jsonschema": ("argparse", []),
    "mistune": ("argparse", []),
    "sqlformat": ("argparse", []),
    "yamllint": ("argparse", []),
    "black": ("click", []),
    "flask": ("click", ["run", "routes", "shell"]),
    "towncrier": ("click", ["build", "check", "create"]),
    "lychee": ("clap", []),
    "uv": ("clap", ["sync", "pip install", "tool run", "cache prune"]),
    "hugo": ("cobra", ["build", "new content", "server", "mod get"]),
    "runc": ("urfave/cli", ["checkpoint", "exec", "update", "list"]),
    "esbuild": ("hand-written help", []),
    "curl": ("hand-written help", []),
    "grep": ("hand-written help", []),
    "ls": ("hand-written help", []),
    "make": ("hand-written help", []),
    "psql": ("hand-written help", []),
    "rsync": ("hand-written help", []),
    "sed": ("hand-written help", []),
    "sort": ("hand-written help", []),
    "tar": ("hand-written help", []),
    "wget": ("hand-written help", []),
}
# What begins a line with a dash and is said of something else: the defaults of this build.
NO_OPTIONS = {"tar": {"-b20", "-f-"}}
VARIABLES = {"PATH": PATH, "COLUMNS": "160", "TERM": "dumb", "NO_COLOR": "1", "LC_ALL": "C.UTF-8", "HOME": "/"}

# The first column of a line that begins with a dash, and the names in it.
COLUMN = re.compile(r"^\s{0,12}(-\S.*?)(?:\s{2,}|\t|$)", re.MULTILINE)
NAME = re.compile(r"(?<![\w\[<=|./-])-{1,2}(?:\[no-\])?[A-Za-z0-9?#][\w.#-]*")


def counted(words: list[str]) -> set[str]:
    """The names of options in a help text, by looking for dashes and nothing else."""
    ended = subprocess.run(
        [*words, "--help"], env=VARIABLES, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    text = ended.stdout.strip() or ended.stderr
    names = set()
    for column in COLUMN.findall(text):
        for name in NAME.findall(column):
            names.add(name.rstrip(".").replace("[no-]", ""))
    return names


def described(text: str, verb: str) -> set[str]:
    """The names that a description has for a verb and those above it."""
    lines = text[text.index("synopsis: |") :].splitlines()[1:]
    path: list[str] = []
    names = set()
    wanted = verb.split()
    for line in lines:
        depth = (len(line) - len(line.lstrip())) // 2 - 1
        words = line.split()
        if words[0].startswith("-"):
            if path[1:] == wanted[: len(path) - 1] and depth == len(path):
                for word in words:
                    if word.startswith("-"):
                        names.add(re.split(r"[\[=]", word)[0])
            continue
        path = path[:depth] + [words[0].split("|")[0]]
        # An alias of the wanted one counts.
        if depth and depth <= len(wanted) and wanted[depth - 1] in words[0].split("|"):
            path[depth] = wanted[depth - 1]
    return names


@pytest.mark.parametrize("name", PROGRAMS)
def test_options_of_a_program_are_found(name, tmp_path, record_property):
    if not shutil.which(name, path=PATH):
        pytest.skip(f"{name} is not installed")
    manner, verbs = PROGRAMS[name]
    ended = tool("programs", "learn", name, "--print", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert f"from {manner}" in ended.stdout.splitlines()[0]
    for verb in ["", *verbs]:
        expected = counted([name, *verb.split()])
        found = described(ended.stdout, verb)
        # The negation of an option is one with it.
        expected -= NO_OPTIONS.get(name, set())
        missing = {each for each in expected - found if each.replace("--no-", "--", 1) not in found}
        record_property(f"{name} {verb}".strip(), f"{len(expected) - len(missing)} of {len(expected)}")
        assert expected
        assert not missing, f"{name} {verb}: {sorted(missing)}"


def test_at_least_five_kinds_of_help_and_twenty_programs():
    assert len(PROGRAMS) >= 20
    assert len({manner for manner, _ in PROGRAMS.values()}) >= 5
