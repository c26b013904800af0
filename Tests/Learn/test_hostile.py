"""Programs that answer with anything but help."""

from __future__ import annotations

import pytest
from conftest import program, tool

HOSTILE = {
    "silent": ("exit 0", "it wrote nothing"),
    "binary": ("printf 'a\\000\\001\\002'", "no text"),
    "endless": ("while :; do echo --option; done", "more than 1 MiB"),
    "patient": ("sleep 1000", "did not end within"),
    "child": ("sleep 1000 & sleep 1000 & wait", "did not end within"),
    "reader": ("read line; echo got:$line", "neither an option nor a verb"),
    "crash": ("kill -SEGV $$", "signal 11"),
    "prose": ("echo There is no help here.", "neither an option nor a verb"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_said_what_is_wrong(name, tmp_path):
    body, reason = HOSTILE[name]
    program(tmp_path / name, f"#!/bin/sh\n{body}\n")
    ended = tool("programs", "learn", f"./{name}", folder=tmp_path)
    assert ended.returncode == 74, ended.stdout + ended.stderr
    assert reason in ended.stderr
    assert not (tmp_path / "programs").exists()


def test_a_verb_that_fails_is_left_open(tmp_path):
    text = "Usage: flaky [OPTIONS] COMMAND [ARGS]...\n\nOptions:\n  --help  Show this message and exit.\n\nCommands:\n  go  Go.\n"
    program(tmp_path / "flaky", f"#!/bin/sh\n[ $1 = go ] && {{ echo no settings, --oops >&2; exit 1; }}\ncat <<'E'\n{text}E\n")
    ended = tool("programs", "learn", "./flaky", "--print", folder=tmp_path)
    assert "# Not sure: `go` ended with status 1 and 'no settings, --oops'" in ended.stdout
    assert "    go [ARG...] {open}\n" in ended.stdout


def test_what_terminals_and_yaml_act_on_is_left_out(tmp_path):
    text = "Options:\\n  --good  x\\n  \\033[31m--red\\033[0m=A  x\\n  --a{write}  x\\n  --b: |  x\\n  --c # d  x\\n"
    program(tmp_path / "evil", f'#!/bin/sh\nprintf "{text}"\n')
    ended = tool("programs", "learn", "./evil", folder=tmp_path)
    assert ended.returncode == 0, ended.stderr
    written = (tmp_path / "programs" / "evil.yml").read_text()
    assert "--good" in written and "--red=VALUE" in written and "\033" not in written
    (tmp_path / "content").mkdir()
    (tmp_path / "runbookgen.yml").write_text("directories: {programs: programs}\n")
    assert tool("programs", "show", "evil", folder=tmp_path).returncode == 0


def test_it_sees_neither_home_nor_secrets(tmp_path):
    program(tmp_path / "nosy", '#!/bin/sh\necho "Options:"; echo "  --home=$HOME"; echo "  --key=$MY_TOKEN"; pwd >&2\n')
    ended = tool("programs", "learn", "./nosy", "--print", folder=tmp_path, HOME="/home/me", MY_TOKEN="hidden")
    assert "/home/me" not in ended.stdout and "hidden" not in ended.stdout


@pytest.mark.parametrize("name", ["-x", ".", "a b", "a;b", "é", "../", ""])
def test_names_that_are_none(name, tmp_path):
    ended = tool("programs", "learn", "--", name, folder=tmp_path)
    assert ended.returncode in (64, 74), ended.stderr
    assert ended.stderr.startswith(("error: ", "Error: ")), ended.stderr


def test_a_program_that_is_not_there(tmp_path):
    ended = tool("programs", "learn", "no-such-tool", folder=tmp_path)
    assert ended.returncode == 74
    assert "cannot run 'no-such-tool'" in ended.stderr


def test_a_dry_run_runs_nothing(tmp_path):
    program(tmp_path / "loud", f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    ended = tool("programs", "learn", "./loud", "--dry-run", folder=tmp_path)
    assert ended.stdout.splitlines()[0] == "./loud --help"
    assert not (tmp_path / "ran").exists()


def test_it_may_only_be_asked_for_help(tmp_path):
    ended = tool("programs", "learn", "true", "--asking", "destroy", folder=tmp_path)
    assert ended.returncode == 74 and "something to do" in ended.stderr
