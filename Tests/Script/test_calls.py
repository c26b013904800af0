"""A script does what its page does when the blocks are pasted into bash: the same calls, in the same order."""

from __future__ import annotations

import itertools
import json
import re

import pytest
from conftest import PAGES, script, tool
from sandbox import Sandbox

HOSTILE = [
    "plain", "two words", "it's \"quoted\"", "$(touch pwned)`touch pwned`", "line\nbreak", "; touch pwned #",
    "a&b|c>d*?[x]{y,z}~!", "back\\slash\\", "$HOME ${x} $'n'",
]
# What the page says of its values; a free text takes anything.
FITTING = {
    "choices": {"action": ["start", "stop"], "cluster": ["prod-1"], "region": ["eu-central-1"], "size": ["10Gi", "7"]},
    "restart": {"host": ["db-1.example"]},
    "answers": {"count": ["3", "12"]},
    "remote": {"host": ["db-1"], "body": [value for value in HOSTILE if "\n" not in value]},
}
# What is calculated has to be a number from the start.
NUMBERS = {"count"}
# Steps that destroy something.
DESTRUCTIVE = {"drain": "--yes=drain-it", "delete": "--yes=delete"}
NAMES = sorted(file.stem for file in (PAGES / "content").glob("*.md"))


def page(name: str) -> str:
    return (PAGES / "content" / f"{name}.md").read_text()


def inputs(name: str) -> list[str]:
    return re.findall(r"^  ([a-z]+): \{", page(name).split("---\n")[1].split("inputs:")[1], re.M)


def pasted(name: str, values: dict[str, str]) -> str:
    """The page's own commands, with a word that no shell minds in the place of each value."""
    text = page(name).split("## Rollback")[0]
    commands = ""
    for language, block in re.findall(r"^```(\w+)[^\n]*\n(.*?)^```", text, re.M | re.S):
        if language == "console":
            lines = [line[2:] for line in block.splitlines() if line.startswith(("$ ", "> "))]
            block = "\n".join(lines) + "\n"
        commands += block
    for key in NUMBERS & values.keys():
        commands = commands.replace(f"<{key}>", values[key])
    return re.sub(r"<([a-z]+)>", r"zz\1zz", commands)


def wanted(name: str, values: dict[str, str], folder) -> list:
    """What the page does, with the values put where they have to arrive."""
    sandbox = Sandbox(folder)
    sandbox.run(pasted(name, values))

    def put(item):
        if isinstance(item, list):
            return [put(one) for one in item]
        for key, value in values.items():
            item = item.replace(f"zz{key}zz", value)
        return item

    return put(sandbox.calls)


def cases(name: str) -> list[dict[str, str]]:
    lists = [FITTING.get(name, {}).get(key, HOSTILE) for key in inputs(name)]
    longest = max(len(values) for values in lists)
    return [
        dict(zip(inputs(name), (next(itertools.islice(itertools.cycle(values), turn + shift, None))
                                for shift, values in enumerate(lists))))
        for turn in range(longest)
    ]


def arguments(name: str, values: dict[str, str]) -> tuple[list[str], dict[str, str]]:
    given = [f"--{key}={value}" for key, value in values.items() if key != "token"]
    secrets = {"RUNBOOK_TOKEN": values["token"]} if "token" in values else {}
    return given, secrets


# Where a call hands text to another shell, its own words differ by the quotes that were needed.
def inner(calls: list) -> list:
    return [call for call in calls if call[0] not in ("ssh", "sudo")]


def sort_background(name: str, calls: list) -> list:
    return sorted(map(str, calls)) if name == "sections" else calls


@pytest.mark.parametrize("name", NAMES)
def test_same_calls(name, tmp_path):
    made = script(name)
    for turn, values in enumerate(cases(name)):
        expected = wanted(name, values, tmp_path / f"page{turn}")
        assert expected
        sandbox = Sandbox(tmp_path / f"script{turn}")
        given, secrets = arguments(name, values)
        confirmed = ["--yes", DESTRUCTIVE[name]] if name in DESTRUCTIVE else []
        ended = sandbox.run(made, *given, *confirmed, **secrets)
        assert ended.returncode == 0, ended.stderr
        assert sort_background(name, inner(sandbox.calls)) == sort_background(name, inner(expected)), values
        assert not list(sandbox.home.rglob("pwned"))


@pytest.mark.parametrize("name", NAMES)
def test_what_is_shown_is_what_runs(name, tmp_path):
    """The commands that a rehearsal shows can be pasted, and do the same."""
    made = script(name)
    for turn, values in enumerate(cases(name)):
        if "token" in values:
            continue
        given, secrets = arguments(name, values)
        sandbox = Sandbox(tmp_path / f"shown{turn}")
        shown = sandbox.run(made, "--dry-run", *given, **secrets)
        assert shown.returncode == 0, shown.stderr
        assert not sandbox.calls
        sandbox.run(shown.stdout)
        expected = wanted(name, values, tmp_path / f"page{turn}")
        assert sort_background(name, inner(sandbox.calls)) == sort_background(name, inner(expected)), values
        assert not list(sandbox.home.rglob("pwned"))


def test_rehearsal_needs_no_values(tmp_path):
    sandbox = Sandbox(tmp_path)
    shown = sandbox.run(script("delete"), "--dry-run")
    assert shown.returncode == 0
    assert "tool delete <volume> --token=<token>" in shown.stdout
    assert "# This destroys something" in shown.stdout
    assert not sandbox.calls


def test_secret_is_not_shown(tmp_path):
    sandbox = Sandbox(tmp_path)
    ended = sandbox.run(script("delete"), "--volume=v", "--yes=delete", RUNBOOK_TOKEN="hunter2")
    assert ended.returncode == 0
    assert "hunter2" not in ended.stdout + ended.stderr
    assert ["tool", ["delete", "v", "--token=hunter2"], "", "."] in sandbox.calls
    assert "--token" not in sandbox.run(script("delete"), "--help").stdout


@pytest.mark.parametrize(
    ("name", "given", "words"),
    [
        ("choices", ["--action=halt"], "one of: start stop"),
        ("choices", ["--cluster=PROD-1"], "does not fit"),
        ("choices", ["--cluster=prod-1\nx"], "does not fit"),
        ("choices", ["--region=europe"], "does not fit"),
        ("choices", ["--size=10Ti"], "such as 10Gi"),
        ("choices", ["--environment=stage"], "There are: prod, test"),
        ("choices", ["--action=start", "--size=1"], "--cluster is missing"),
        ("choices", ["--size"], "takes a value"),
        ("choices", ["--size="], "has no value"),
        ("choices", ["--bogus=1"], "no option"),
        ("answers", ["--count=a[$(touch pwned)]"], "does not fit"),
        ("drain", ["--node=-x"], "begins with a hyphen"),
        ("drain", ["--node=\x1b[31m"], "control character"),
        ("drain", ["--node=" + "x" * 501], "500 characters"),
        ("drain", ["--from=nowhere"], "There are: look-at-it drain-it"),
        ("remote", ["--body=two\nlines"], "takes one line"),
        ("remote", ["--host=x"], "--body is missing"),
    ],
)
def test_bad_values(name, given, words, tmp_path):
    sandbox = Sandbox(tmp_path)
    ended = sandbox.run(script(name), *given)
    assert ended.returncode == 64, ended.stderr
    assert words in ended.stderr
    assert not sandbox.calls


def test_environment_gives_values(tmp_path):
    sandbox = Sandbox(tmp_path)
    ended = sandbox.run(script("choices"), "--environment=prod", "--region=eu-west-1", "--action=stop", "--size=1")
    assert ended.returncode == 0, ended.stderr
    assert sandbox.calls[0][1] == ["stop", "--cluster", "prod-1", "--region=eu-west-1", "--size", "1"]


def test_yes_does_not_confirm_destruction(tmp_path):
    sandbox = Sandbox(tmp_path)
    ended = sandbox.run(script("delete"), "--volume=v", "--yes", RUNBOOK_TOKEN="t")
    assert ended.returncode == 1
    assert "--yes=delete" in ended.stderr
    assert [call[1] for call in sandbox.calls] == [["show", "v"]]


def test_confirmed_on_the_terminal(tmp_path):
    made = script("drain")
    given = ["--node=n", "--note=x"]
    refused = Sandbox(tmp_path / "refused")
    status, seen = refused.typed(made, *given, answers="n\n")
    assert status == 1 and "without a controller" in seen
    assert len(refused.calls) == 2
    confirmed = Sandbox(tmp_path / "confirmed")
    status, seen = confirmed.typed(made, *given, answers="y\ny\n")
    assert status == 0, seen
    assert confirmed.calls[2][1][:2] == ["drain", "n"]


def test_secret_is_asked_for(tmp_path):
    sandbox = Sandbox(tmp_path)
    status, seen = sandbox.typed(script("delete"), "--volume=v", "--only=2", answers="hunter2\ny\n")
    assert status == 0, seen
    assert sandbox.calls[0][1] == ["delete", "v", "--token=hunter2"]


@pytest.mark.parametrize(
    ("given", "verbs"),
    [
        (["--from=delete"], ["delete", "show"]),
        (["--from=3"], ["show"]),
        (["--only=look", "--only=3"], ["show", "show"]),
    ],
)
def test_part_of_the_steps(given, verbs, tmp_path):
    sandbox = Sandbox(tmp_path)
    ended = sandbox.run(script("delete"), "--volume=v", "--yes=2", *given, RUNBOOK_TOKEN="t")
    assert ended.returncode == 0, ended.stderr
    assert [call[1][0] for call in sandbox.calls] == verbs


def test_failure_stops_and_says_where(tmp_path):
    sandbox = Sandbox(tmp_path)
    (tmp_path / "programs" / "kubectl").write_text("#!/bin/sh\nexit 5\n")
    ended = sandbox.run(script("drain"), "--node=n", "--note=x", "--yes")
    assert ended.returncode == 5
    assert "'look-at-it' ended with status 5" in ended.stderr


def test_missing_program(tmp_path):
    sandbox = Sandbox(tmp_path)
    (tmp_path / "programs" / "tool").unlink()
    ended = sandbox.run(script("transcript"), "--name=n")
    assert ended.returncode == 1
    assert "no program 'tool'" in ended.stderr


def test_chosen_steps(tmp_path):
    assert "kubectl uncordon" in script("drain", "--step=rollback")
    assert "kubectl uncordon" not in script("drain")
    assert "kubectl drain" not in script("drain", "--step=look")
    assert script("drain", "--step=1") == script("drain", "--step=look-at-it")
    refused = tool("script", "content/drain.md", "--step=lock-at-it")
    assert refused.returncode == 1 and "did you mean 'look-at-it'?" in refused.stderr


@pytest.mark.parametrize("value", [value for value in HOSTILE if "\n" not in value])
def test_an_assistant_gets_the_same(value, tmp_path):
    """The step that an assistant is told does the same when it is pasted."""
    call = {"jsonrpc": "2.0", "id": 1, "method": "tools/call", "params": {
        "name": "step", "arguments": {"page": "content/quotes.md", "step": "1", "values": {"text": value}}}}
    answer = json.loads(tool("mcp", typed=json.dumps(call) + "\n").stdout)["result"]
    text = answer["content"][0]["text"]
    assert not answer["isError"], text
    sandbox = Sandbox(tmp_path / "told")
    sandbox.run(text.split("```\n")[1])
    assert inner(sandbox.calls) == inner(wanted("quotes", {"text": value}, tmp_path / "page"))
