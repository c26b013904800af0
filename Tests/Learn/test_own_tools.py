"""Tools as teams write them, learnt, and then the runbooks that name them."""

from __future__ import annotations

import json

import pytest
from conftest import program, tool

SHIP = '''#!/usr/bin/env python3
import argparse
parser = argparse.ArgumentParser(prog="ship", description="Ships what is built.")
parser.add_argument("--region", choices=["north", "south"])
verbs = parser.add_subparsers(dest="verb", required=True)
deploy = verbs.add_parser("deploy", help="ship a release")
deploy.add_argument("release")
deploy.add_argument("--to", required=True, choices=["test", "live"])
deploy.add_argument("--wait", action="store_true")
undo = verbs.add_parser("undo", help="go back")
undo.add_argument("--steps", type=int, default=1)
arguments = parser.parse_args()
raise SystemExit("it did something")
'''

LEDGER = '''#!/usr/bin/env python3
import click

@click.group()
@click.option("--book", type=click.Path())
def ledger(book):
    """Keeps the books."""

@ledger.command()
@click.argument("account")
@click.option("-n", "--amount", type=int)
@click.option("--dry-run", is_flag=True)
def post(account, amount, dry_run):
    """Write an entry."""

ledger(prog_name="ledger")
'''

BACKUP = """#!/bin/sh
usage() {
  cat <<'END'
Usage: backup [--verbose] [--target DIR] start|list

Options:
  --verbose       say more
  --target DIR    where the copies go
  -h, --help      show this
END
}
case "$1" in
  -h|--help) usage ;;
  *) echo did something >&2; touch "$HOME/done"; exit 3 ;;
esac
"""

RUNBOOK = """---
kind: runbook
title: Own tools
owner: platform
reviewed: 2026-11-01
review_every: 6 months
---
# Own tools

```bash
{command}
```
"""

RIGHT = [
    "ship --region north deploy v1 --to live --wait",
    "ship undo --steps 2",
    "ship --help",
    "ledger --book x.db post food -n 5 --dry-run",
    "ledger post --help",
    "backup --target /srv start",
    "backup --help",
]
WRONG = [
    ("ship deploy v1 --to live --wiat", "unknown-option"),
    ("ship deploy v1", "missing-operand"),
    ("ship redo", "unknown-verb"),
    ("ship deploy v1 --to prod", "bad-value"),
    ("ship undo --steps", "missing-value"),
    ("ledger post food --ammount 5", "unknown-option"),
    ("ledger post food --amount five", "bad-value"),
    ("ledger pst food", "unknown-verb"),
    ("backup --taregt /srv start", "unknown-option"),
]


@pytest.fixture(scope="module")
def team(tmp_path_factory):
    """A site that has learnt three tools."""
    folder = tmp_path_factory.mktemp("team")
    pytest.importorskip("yaml")
    for name, text in {"ship": SHIP, "ledger": LEDGER, "backup": BACKUP}.items():
        program(folder / "bin" / name, text)
    (folder / "content").mkdir()
    (folder / "runbookgen.yml").write_text("directories: {programs: programs}\n")
    for name in ["ship", "ledger", "backup"]:
        ended = tool("programs", "learn", f"bin/{name}", folder=folder)
        assert ended.returncode == 0, ended.stderr
        assert f"wrote programs/{name}.yml" in ended.stderr
    return folder


def findings(team, command):
    (team / "content" / "page.md").write_text(RUNBOOK.format(command=command))
    ended = tool("check", "--format", "json", "--today", "2026-11-23", folder=team)
    found = json.loads(ended.stdout)["diagnostics"]
    return [each for each in found if each["file"] == "content/page.md" and each["severity"] != "info"]


@pytest.mark.parametrize("command", RIGHT)
def test_what_is_right_is_not_found(team, command):
    assert findings(team, command) == []


@pytest.mark.parametrize("command,rule", WRONG)
def test_what_is_wrong_is_found(team, command, rule):
    found = findings(team, command)
    assert [each["id"] for each in found] == [f"command-{rule}"]


def test_nothing_was_done_to_learn(team):
    assert not list(team.rglob("done"))


def test_what_is_there_is_not_written_over(team):
    path = team / "programs" / "backup.yml"
    before = path.read_text()
    same = tool("programs", "learn", "bin/backup", folder=team)
    assert (same.returncode, same.stdout) == (0, "")
    path.write_text(before.replace("--verbose", "--verbose {write}"))
    other = tool("programs", "learn", "bin/backup", folder=team)
    assert other.returncode == 1
    assert "-    --verbose {write}\n+    --verbose\n" in other.stdout
    assert "{write}" in path.read_text()
    assert tool("programs", "learn", "bin/backup", "--force", folder=team).returncode == 0
    assert path.read_text() == before


def test_a_program_that_changed_is_found(team):
    path = str(team / "bin")
    same = tool("programs", "check", "ship", folder=team, PATH=f"{path}:/usr/bin:/bin")
    assert same.returncode == 0, same.stdout + same.stderr
    changed = SHIP.replace('"--wait", action="store_true"', '"--patience", type=int')
    changed = changed.replace('"--steps", type=int, default=1', '"--steps", action="store_true"')
    changed += "\n"
    program(team / "bin" / "ship", changed.replace('"undo"', '"undo", aliases=["back"]'))
    try:
        ended = tool("programs", "check", "ship", folder=team, PATH=f"{path}:/usr/bin:/bin")
    finally:
        program(team / "bin" / "ship", SHIP)
    assert ended.returncode == 1
    assert ended.stdout.splitlines() == [
        "programs/ship.yml: ship deploy: `--patience` is new",
        "programs/ship.yml: ship deploy: `--wait` is gone",
        "programs/ship.yml: ship undo: `--steps` takes no value now",
    ]


def test_a_page_of_the_manual(tmp_path):
    page = '.TH ROTATE 1\n.SH NAME\nrotate \\- turn logs over\n.SH OPTIONS\n.TP\n.BR \\-f ", " \\-\\-force\nNow.\n'
    (tmp_path / "man" / "man1").mkdir(parents=True)
    (tmp_path / "man" / "man1" / "rotate.1").write_text(page)
    ended = tool("programs", "learn", "rotate", "--man", "--print", folder=tmp_path, MANPATH=str(tmp_path / "man"))
    if "man' does not exist" in ended.stderr or "cannot run 'man'" in ended.stderr:
        pytest.skip("man is not installed")
    assert ended.returncode == 0, ended.stderr
    assert "-f --force" in ended.stdout
