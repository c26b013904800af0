"""Every snippet of README and manual is put together as a reader would, and run or checked."""

from __future__ import annotations

import json
import re
import subprocess
import tomllib

import pytest
import yaml

import conftest
from conftest import HOME_PAGE, ROOT, STARTS, Place
from snippets import pages, steps

WORKSTATION = "contexts:\n  workstation: {title: Your workstation}\n"
PAGES = [page for page in pages() if page.name != "session.md" or conftest.CORPORA.exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_the_snippets_hold(page, tmp_path, request):
    def downloads():
        return request.getfixturevalue("downloads")

    def begin(names: str) -> Place:
        place = Place(tmp_path / str(len(list(tmp_path.iterdir()))))
        for name in names.split():
            STARTS[name](place, downloads)
        return place

    place = None
    for step in steps(page):
        if step.kind == "start":
            place = begin(step.argument)
            continue
        place = place or begin("site")
        if step.kind == "first":
            place.run(step.argument)
            assert place.status == 0, step
            continue
        assert step.kind in CLASSES, f"{step}: nothing says how this snippet is tested"
        CLASSES[step.kind](step, place, begin)


# Sessions and commands


def console(step, place, begin) -> None:
    """Commands after `$ `, and what they print; `…` stands for what is left out."""
    for block in re.split(r"^\$ ", step.text, flags=re.M)[1:]:
        command, _, shown = block.partition("\n")
        said = place.run(command)
        assert agrees(shown, said), f"{step}: {command}\n{said}"


def agrees(shown: str, said: str) -> bool:
    def pattern(line):
        return r"(?:.*\n)*" if line == "…" else ".*".join(map(re.escape, line.split("…"))) + r" *\n"

    lines = shown.rstrip("\n").split("\n") if shown.strip() else []
    text = "".join(line.rstrip() + "\n" for line in said.split("\n")) if said else ""
    return re.fullmatch("".join(pattern(line.rstrip()) for line in lines), text.rstrip("\n") + "\n" if text else "") is not None


def run(step, place, begin) -> None:
    """Commands whose output is not shown; the last may find an error where the comment says so."""
    commands = step.text.splitlines()
    for number, command in enumerate(commands):
        said = place.run(command)
        wanted = 1 if number + 1 == len(commands) and "error" in step.argument else 0
        assert place.status == wanted, f"{step}: {command}\n{said}"


def session(step, place, begin) -> None:
    """A command that goes on until it is ended; what it says first is compared."""
    command, first = step.text.removeprefix("$ ").splitlines()[:2]
    with subprocess.Popen(
        ["bash", "-c", f"exec {command} --port 0"], cwd=place.folder, env=place.environment, stderr=subprocess.PIPE, text=True,
    ) as process:
        said = process.stderr.readline()
        process.terminate()
    assert agrees(first + "\n", said), f"{step}: {said}"


def make(step, place, begin) -> None:
    """Targets that exist; those of the README are what continuous integration calls."""
    makefile = (ROOT / "Makefile").read_text()
    integration = (ROOT / ".ci/run").read_text().splitlines()
    for command in step.text.splitlines():
        assert command in integration, step
        assert re.search(rf"^{command.removeprefix('make ')}:", makefile, flags=re.M), step


def file(step, place, begin) -> None:
    place.write(step.argument, step.text)


# Pages


def passes(step, place: Place, arguments="") -> None:
    said = place.run(f"runbookgen check --strict {arguments}")
    assert place.status == 0, f"{step}\n{said}"


def page(step, place, begin) -> None:
    fresh = begin("empty")
    fresh.write("content/page.md", step.text)
    fresh.write("runbookgen.yml", WORKSTATION if "workstation" in step.argument else "")
    passes(step, fresh)


def body(step, place, begin) -> None:
    """The body of a page; placeholders after `with` are declared."""
    inputs = "".join(f"  {name}: {{type: string}}\n" for name in re.findall("<(.*?)>", step.argument))
    inputs = "inputs:\n" + inputs if inputs else ""
    fresh = begin("empty")
    fresh.write("content/page.md", HOME_PAGE.split("---\n\n")[0] + inputs + "---\n\n" + step.text)
    fresh.write("runbookgen.yml", WORKSTATION if "workstation" in step.text else "")
    passes(step, fresh)


def front_matter(step, place, begin) -> None:
    """Some keys of a page, whose body uses the placeholders after `with`, or the words there."""
    names = re.findall("<(.*?)>", step.argument)
    commands = "".join(f"kubectl get node <{name}>\n" for name in names)
    text = f"```bash {{step=find-node}}\n{commands}```\n" if names else step.argument.upper().removeprefix("WITH ") + "\n"
    fresh = begin("empty")
    fresh.write("content/page.md", HOME_PAGE.split("---\n\n")[0] + step.text + "---\n\n" + (text.strip() and text or "Text.\n"))
    passes(step, fresh)


# Configuration


def configuration(step, place, begin) -> None:
    fresh = begin("empty")
    content = (yaml.safe_load(step.text).get("directories") or {}).get("content", "content")
    fresh.write(f"{content}/index.md", HOME_PAGE)
    fresh.write("runbookgen.yml", step.text)
    passes(step, fresh)


def program(step, place, begin) -> None:
    fresh = begin("site")
    fresh.write("runbookgen.yml", "directories: {programs: programs}\n")
    fresh.write(f"programs/{step.argument}.yml", step.text)
    passes(step, fresh)
    fresh.run(f"runbookgen programs {step.argument}")
    assert fresh.status == 0, step


def template(step, place, begin) -> None:
    fresh = begin("site")
    fresh.write(f"templates/{step.argument}", step.text)
    passes(step, fresh)
    fresh.run("runbookgen build")
    assert fresh.status == 0, step


def ci(step, place, begin) -> None:
    """What a pipeline runs is run, with its options, on a site without a finding."""
    commands = [line.strip() for text in commands_of(yaml.safe_load(step.text)) for line in text.splitlines()]
    commands = [command for command in commands if command.startswith("runbookgen ")]
    assert commands, step
    fresh = begin("site")
    for command in commands:
        said = fresh.run(command)
        assert fresh.status == 0, f"{step}: {command}\n{said}"


def setting(step, place, begin) -> None:
    """A setting of an editor is what the editor's own format is, and starts the program. Tests/Editor runs Neovim's."""
    match step.argument:
        case "json":
            json.loads(step.text)
        case "toml":
            tomllib.loads(step.text)
        case "lisp":
            assert step.text.count("(") == step.text.count(")"), step
        case "lua":
            assert step.text.count("{") == step.text.count("}"), step
        case other:
            raise AssertionError(f"{step}: settings in {other} are not read")
    assert "runbookgen" in step.text, step


def commands_of(value, key=""):
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from commands_of(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from commands_of(inner, key)
    elif key in ("run", "script", "entry"):
        yield value


CLASSES = {
    "console": console, "session": session, "run": run, "make": make, "file": file, "page": page, "body": body,
    "front-matter": front_matter, "configuration": configuration, "program": program, "template": template, "ci": ci, "setting": setting,
}


def test_a_snippet_that_says_nothing_is_refused(tmp_path):
    assert not agrees("one\ntwo\n", "one\n") and not agrees("one\n", "one\ntwo\n") and not agrees("", "one\n")
    assert agrees("one\n…\n", "one\ntwo\nthree\n") and agrees("one …\n", "one two\n") and agrees("…\ntwo\n", "two\n")
    assert "yaml" not in CLASSES and "no class" not in CLASSES and "markdown" not in CLASSES
