"""The JSON Schemas take what the check takes, and refuse what it refuses, as far as a schema can say it.

A finding of the check about one field is a mistake that a schema has to know. What it cannot know is listed below, by the
words of the finding; a line of that list that nothing needs any more fails too.
"""

from __future__ import annotations

import json
import os
import pathlib
import re
import shutil
import subprocess

import jsonschema
import pytest
import yaml

from conftest import ROOT, tool

CORPORA = pathlib.Path(os.environ.get("CORPORA", ROOT.parent / "shared/corpora"))
CONFIGURATIONS = ("runbookgen.yml", "runbookgen.yaml")
# Of a text that cannot be read, or holds what YAML does not say to editors, nothing else is found.
UNREAD = re.compile(r"-(syntax|duplicate-key|value-cut|misplaced)$|limit-exceeded")
FIELD = re.compile(r"(config|front-matter)-(type|missing|unknown-key)$|allowance-invalid$")

# What no schema of one file can say, as the finding says it: values that hang on others, on other files, or on a notation. Each with
# a slip of that kind.
BEYOND = {
    r"there is no context": ("config", "contexts: {host: {entered_by: {from: laptop}}}"),
    r"is entered from itself": ("config", "contexts: {host: {entered_by: {from: host}}}"),
    r"the output folder .* overlaps": ("config", "directories: {output: content}"),
    r"the name of a host": ("config", "image_hosts: ['*']"),
    r"nothing that the search looks for": ("config", "search: {synonyms: [[pg, '=']]}"),
    r"not the name of a program": ("config", "diagrams: {dot: dot | cat}"),
    r"`replaced_by` is missing": ("front-matter", "lifecycle: deprecated"),
    r"`title` is missing": ("front-matter", "title: ~"),
    r"a date that exists": ("front-matter", "reviewed: 2026-02-29"),
    r"the synopsis cannot be read": ("program", "synopsis: tool [FILE"),
    r"the synopsis describes": ("program", "name: other"),
    r"`extends` is": ("program", "extends: no-such-program"),
}


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, as editors read it: a date is text, and so is `no`."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+0123456789.")),
):
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(rf"^(?:{pattern})$"), first)


def front_matter(page: str) -> str | None:
    found = re.match(r"---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", page.removeprefix("\ufeff"), re.S | re.M)
    return found and found[1]


def validator(subject: str, project: pathlib.Path | None = None) -> jsonschema.Draft7Validator:
    ended = tool("schema", subject, *(["--project", str(project)] if project else []))
    assert ended.returncode == 0, ended.stderr
    schema = json.loads(ended.stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


@pytest.fixture(scope="module")
def config():
    return validator("config")


@pytest.fixture(scope="module")
def program():
    return validator("program")


def documents(project: pathlib.Path, content: str):
    """The path, the kind and the YAML of each file of a project; none of those that are no YAML."""
    for name in CONFIGURATIONS:
        if (project / name).exists():
            yield project / name, "config", (project / name).read_text()
    for path in sorted((project / "programs").glob("*.yml")):
        yield path, "program", path.read_text()
    for path in sorted((project / content).rglob("*.md")):
        text = front_matter(path.read_text(errors="replace"))
        if text is not None:
            yield path, "front-matter", text


def errors(schema: jsonschema.Draft7Validator, text: str) -> list[str] | None:
    """What the schema says; None where the text is no YAML."""
    try:
        value = yaml.load(text, Loader)
    except yaml.YAMLError:
        return None
    return [f"{'/'.join(map(str, each.path))}: {each.message[:200]}" for each in schema.iter_errors(value)]


def content_of(project: pathlib.Path) -> str:
    for name in CONFIGURATIONS:
        if (project / name).exists():
            found = re.search(r"content: *([\w./-]+)", (project / name).read_text())
            return found[1] if found else "content"
    return "content"


def refused(project: pathlib.Path, config, program) -> tuple[int, list[str]]:
    """How many files of a project were held against their schema, and what was said."""
    schemas = {"config": config, "program": program, "front-matter": validator("front-matter", project)}
    held, said = 0, []
    for path, kind, text in documents(project, content_of(project)):
        found = errors(schemas[kind], text)
        held += found is not None
        said += [f"{path.relative_to(project)}: {each}" for each in found or []]
    return held, said


def test_this_project_and_its_manual_fit(config, program):
    held = 0
    for project in (ROOT, ROOT / "manual", ROOT / "Tests/Manual/team"):
        count, said = refused(project, config, program)
        assert not said, said
        held += count
    assert held > 25


def test_corpora_that_were_adopted_fit(config, program, tmp_path):
    if not CORPORA.is_dir():
        pytest.skip(f"there are no corpora in {CORPORA}")
    held = sum(adopt(corpus, config, program, tmp_path / corpus.name) for corpus in sorted(CORPORA.iterdir()) if corpus.is_dir())
    print(f"{held} files")
    assert held > 300


def adopt(corpus: pathlib.Path, config, program, project: pathlib.Path) -> int:
    """How many files of an adopted corpus fit their schema."""
    shutil.copytree(corpus, project)
    for path in [project, *project.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)
    subprocess.run(["git", "init", "-q"], cwd=project, check=True)
    if not any(project.rglob("*.md")):
        return 0
    assert tool("init", "--write", "--project", str(project), folder=project).returncode == 0
    tool("adopt", "--write", "--reviewed", "2026-11-01", "--project", str(project), folder=project)
    found = json.loads(tool("check", "--format", "json", "--project", str(project), folder=project).stdout)
    wrong = {each["file"] for each in found["diagnostics"] if FIELD.match(each["id"]) or "syntax" in each["id"]}
    held, said = refused(project, config, program)
    assert not [each for each in said if each.split(":")[0] not in wrong]
    return held


def test_each_mistake_in_a_field_is_refused(runs, config, program):
    """Those that the rules and the sites of the tests show."""
    known = beyond = 0
    for run in runs:
        content = content_of(run.folder)
        mistakes: dict[str, list[dict]] = {}
        for each in run.json("json")["diagnostics"]:
            if FIELD.match(each["id"]):
                mistakes.setdefault(each["file"], []).append(each)
        unread = {run.folder / each["file"] for each in run.json("json")["diagnostics"] if UNREAD.search(each["id"])}
        wrong = any(each["id"].startswith("config") and each["severity"] == "error" for each in run.json("json")["diagnostics"])
        schemas = {"config": config, "program": program}
        for path, kind, text in documents(run.folder, content):
            found = mistakes.get(str(path.relative_to(run.folder)), [])
            if kind == "front-matter" and kind not in schemas:
                # With a wrong configuration there is no schema of its pages.
                schemas[kind] = None if wrong else validator(kind, run.folder)
            if schemas[kind] is None or path in unread:
                continue
            if not found:
                assert not errors(schemas[kind], text), (run.name, path.name)
                continue
            said = errors(schemas[kind], text) or []
            for each in found:
                if is_beyond(each, said):
                    beyond += 1
                    continue
                # The field that is meant: the first that the finding names, without the way to it.
                field = re.search(r"`([^`]+)`", each["summary"])[1].split(".")[-1]
                # Of front matter without any field a schema says that it is none.
                assert any(field in line or "not of type 'object'" in line for line in said), (run.name, each, said)
                known += 1
    print(f"{known} mistakes are refused, {beyond} are beyond a schema")
    assert known > 100


def is_beyond(finding: dict, said: list[str]) -> bool:
    """Whether only the check can know it. An allowance may stand in the body; a date is mostly one that any schema refuses."""
    words = finding["summary"]
    if "a date that exists" in words:
        return not any(line.startswith("reviewed:") for line in said)
    in_body = finding["id"] == "allowance-invalid" and not any(line.startswith("allow") for line in said)
    return in_body or any(re.search(pattern, words) for pattern in BEYOND)


MISTAKES = {
    "config": """
        site: text|site: {titel: x}|site: {language: "no language"}|site: {base_url: wiki.example.com}|site: {edit_link: https://x/}
        site: {source_url: ftp://x}|site: {stylesheet: wiki.scss}|site: {stylesheet: /etc/x.css}|site: {title: [x]}|preset: lax
        directories: {content: /etc}|directories: {output: ../x}|directories: {exclude: drafts}|review_every: weekly|raw_html: yes
        image_hosts: img.example.com|diagrams: {"a b": dot}|diagrams: {dot: ""}|environments: [prod]|environments: {prod: x}
        environments: {prod: {zone: ""}}|search: {synonyms: [pg]}|search: {synonyms: [[pg]]}|limits: {links: 0}|limits: {links: many}
        limits: {nesting: 100000}|confluence: {target: server}|confluence: {enabled: maybe}|confluence: {url: acme.atlassian.net}
        rules: {todo-left: fatal}|rules: {todo-lefd: error}|rules: {limit-exceeded: info}|rules: [todo-left]|overrides: {paths: x}
        overrides: [{rules: {todo-left: off}}]|overrides: [{paths: ""}]|defaults: [{paths: "**"}]|defaults: [{values: {kind: runbook}}]
        defaults: [{paths: "**", values: {kind: runbok}}]|defaults: [{paths: "**", values: {onwer: x}}]|keys: jekyll|keys: {a: titel}
        contexts: [host]|contexts: {host: x}|contexts: {host: {entered_by: {command: ssh}}}|contexts: {host: {programms: [ssh]}}
        tables: [{name: x}]|tables: [{schema: comparison}]|tables: {name: x}|contexts: {host: [x]}
    """,
    "front-matter": """
        kind: runbok|kind: |title: ""|title: [x]|owner: ""|owner: {contact: x}|owner: {team: x, mail: y}|owner: [x]|reviewed: 2026-13-45
        reviewed: 2026-04-31|reviewed: yesterday|review_every: sometimes|review_every: P0|lifecycle: old|order: first|order: 1.5
        nav_title: {a: b}|audience: oncall|tags: [[x]]|tags: [null]|aliases: {a: b}|applies_to: [{versions: "1"}]|applies_to: [x]
        severity: [page]|alerts: X|escalation: [{to: x}]|escalation: [{after: PT30M}]|escalation: [{after: soon, to: x}]|context: [x]
        inputs: [a]|inputs: {a: text}|inputs: {a: [x]}|inputs: {a: {type: number}}|inputs: {a: {secret: maybe}}|inputs: {a: {choices: x}}
        tables: [{under: x}]|tables: [{schema: x}]|tables: [{under: x, schema: y, generate: maybe}]|confluence: {labels: x}|confluence: x
        allow: {todo-left: ""}|allow: {todo-lefd: because}|allow: [todo-left]|onwer: x
    """,
    "program": "dialect: unix|synopsis: |synopsis: [x]|sinopsis: x|name: [x]|source: {a: b}|extends: [kubectl]",
}
WHOLE = {
    "config": {},
    "front-matter": {"kind": "runbook", "title": "t", "owner": "o", "reviewed": "2026-11-01", "review_every": "P6M"},
    "program": {"synopsis": "tool\n"},
}


def slips() -> list[tuple[str, str]]:
    return [
        (subject, slip.strip())
        for subject, lines in MISTAKES.items() for line in lines.splitlines() for slip in line.split("|") if slip.strip()
    ]


def judged(subject: str, slip: str, project: pathlib.Path) -> tuple[str, list[dict]]:
    """A file that has a slip in it, and the errors that the check finds there."""
    key = slip.split(":")[0]
    lines = [f"{name}: {json.dumps(value)}" for name, value in WHOLE[subject].items() if name != key]
    text = "\n".join([*lines, slip]) + "\n"
    (project / "content").mkdir(parents=True)
    page = "".join(f"{name}: {json.dumps(value)}\n" for name, value in WHOLE["front-matter"].items())
    # What `defaults` gives to pages is looked at where a page takes it.
    files = {"content/page.md": f"---\n{text if subject == 'front-matter' else page}---\n\nText.\n", "runbookgen.yml": "",
             "content/bare.md": "Text.\n"}
    if subject == "config":
        files["runbookgen.yml"] = text
    elif subject == "program":
        files |= {"runbookgen.yml": "directories: {programs: programs}\n", "programs/tool.yml": text}
        (project / "programs").mkdir()
    for path, content in files.items():
        (project / path).write_text(content)
    found = json.loads(tool("check", "--format", "json", "--project", str(project)).stdout)["diagnostics"]
    (file,) = [path for path, content in files.items() if slip in content]
    return text, [each for each in found if each["severity"] == "error" and each["file"] == file]


@pytest.fixture(scope="module")
def schema_of(config, program, tmp_path_factory):
    schemas = {"config": config, "program": program, "front-matter": validator("front-matter", tmp_path_factory.mktemp("none"))}
    for subject, schema in schemas.items():
        assert errors(schema, json.dumps(WHOLE[subject])) == []
    return schemas


def test_check_and_schema_agree_on_each_slip(schema_of, tmp_path):
    for number, (subject, slip) in enumerate(slips()):
        text, found = judged(subject, slip, tmp_path / str(number))
        assert found, slip
        assert errors(schema_of[subject], text), slip
    print(f"{number + 1} slips")


def test_what_no_schema_can_say_is_known(schema_of, tmp_path):
    for number, (words, (subject, slip)) in enumerate(BEYOND.items()):
        text, found = judged(subject, slip, tmp_path / str(number))
        assert any(re.search(words, each["summary"]) for each in found), (slip, found)
        assert errors(schema_of[subject], text) == [], slip
