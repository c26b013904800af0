"""A mistake in a shared step is reported once, with the places where it lands."""

from __future__ import annotations

import json
import pathlib
import re

import pytest

from conftest import tool

# A rule, the shared file, a text in it and what it becomes, and what the include that shows it looks like.
MISTAKES = [
    ("command-unknown-option", "session.md", "ssh <node>", "kubectl get node <node> --outputt wide\nssh <node>", r"session\.md(#steps|#step-open)? "),
    ("command-unknown-verb", "look.md", "kubectl describe node", "kubectl descibe node", r"look\.md(#look)? "),
    ("context-unknown", "session.md", "in=node", "in=nodes", r"session\.md(#close-it)? "),
    ("link-broken", "session.md", "access.md#on-call", "acces.md#on-call", r"session\.md "),
    ("anchor-broken", "escalate.md", "access.md#others", "access.md#other", r"escalate\.md(#how)? "),
    ("image-missing", "look.md", "node.svg", "nodes.svg", r"look\.md(#look)? "),
    ("code-unbalanced", "silence.md", '"<reason>"', '"<reason>', r"silence\.md(#step-silence)? "),
    ("placeholder-undeclared", "look.md", "describe node <node>", "describe node <nodes>", r"look\.md(#look)? "),
    ("table-shape", "silence.md", "| `id` | what ends it |", "| `id` | what ends it | and |", r"silence\.md(#what-it-prints)? "),
    ("step-duplicate", "look.md", "```bash\n", "```bash {step=conditions}\n", r"look\.md(#look)? "),
    ("todo-left", "access.md", "Ask `#platform`.", "TODO: say who to ask.", r"access\.md "),
    ("alert-unknown", "silence.md", "[!WARNING]", "[!WARNNG]", r"silence\.md "),
]


def includes(site: pathlib.Path, link: str) -> set[tuple[str, int]]:
    """Where a text is included."""
    found = set()
    for path in site.rglob("content/**/*.md"):
        for number, line in enumerate(path.read_text().split("\n"), 1):
            if re.match(r"\[", line) and re.search(link + '"include', line):
                found.add((path.relative_to(site).as_posix(), number))
    return found


@pytest.fixture
def broken(site: pathlib.Path, request: pytest.FixtureRequest) -> tuple[pathlib.Path, str, str, set]:
    rule, name, before, after, link = request.param
    shared = site / "content/shared" / name
    assert before in shared.read_text()
    shared.write_text(shared.read_text().replace(before, after, 1))
    return site, rule, f"content/shared/{name}", includes(site, link)


@pytest.mark.parametrize("broken", MISTAKES, indirect=True, ids=[mistake[0] for mistake in MISTAKES])
def test_it_is_reported_once(broken: tuple[pathlib.Path, str, str, set]) -> None:
    site, rule, shared, places = broken
    found = json.loads(tool("check", "--format", "json", "--today", "2026-11-20", folder=site).stdout)["diagnostics"]
    of_rule = [finding for finding in found if finding["id"] == rule]
    assert [finding["file"] for finding in of_rule] == [shared]
    assert all(finding["file"] == shared for finding in found), found
    landings = [(note["file"], note["line"]) for note in of_rule[0]["notes"] if note["text"] == "it lands here"]
    assert set(landings) == places and len(landings) == len(places) > 0


@pytest.mark.parametrize("broken", MISTAKES[:1], indirect=True)
def test_every_format_names_both_places(broken: tuple[pathlib.Path, str, str, set]) -> None:
    site, rule, shared, places = broken
    for name in ("text", "concise", "github", "gitlab", "json", "junit", "markdown", "sarif"):
        run = tool("check", "--format", name, "--today", "2026-11-20", folder=site)
        said = run.stdout + run.stderr
        assert rule in said and shared in said
        for file, _ in places:
            assert file in said, name


def test_code_quality_has_the_other_places_as_locations(site: pathlib.Path) -> None:
    page = site / "content/shared/session.md"
    page.write_text(page.read_text().replace("ssh <node>", "kubectl get node <node> --outputt wide\nssh <node>", 1))
    found = json.loads(tool("check", "--format", "gitlab", "--today", "2026-11-20", folder=site).stdout)
    [finding] = [finding for finding in found if finding["check_name"] == "command-unknown-option"]
    others = {(place["path"], place["lines"]["begin"]) for place in finding["other_locations"]}
    assert others == includes(site, r"session\.md(#steps|#step-open)? ")
    file, line = min(others)
    assert f"it lands here: {file}:{line}" in finding["description"]


# What is wrong only where it lands: a rule, the page, and what its include becomes.
LANDINGS = [
    ("include-value", "node=worker-1", "node=Worker_1"),
    ("include-value", "node=worker-1", "nod=worker-1"),
    ("include-value", " node=worker-1", ""),
    ("include-target", "../shared/session.md#steps", "../pictures/node.svg"),
    ("link-broken", "../shared/session.md", "../shared/sesion.md"),
    ("anchor-broken", "#steps", "#stepps"),
    ("include-misplaced", "[Open a session]", "- [Open a session]"),
]


@pytest.mark.parametrize(("rule", "before", "after"), LANDINGS)
def test_what_is_wrong_where_it_lands_is_reported_there(site: pathlib.Path, rule: str, before: str, after: str) -> None:
    page = site / "content/nodes/slow.md"
    page.write_text(page.read_text().replace(before, after, 1))
    found = json.loads(tool("check", "--format", "json", "--today", "2026-11-20", folder=site).stdout)["diagnostics"]
    places = [(finding["id"], finding["file"], finding["line"]) for finding in found if finding["severity"] != "info"]
    assert (rule, "content/nodes/slow.md", 12) in places
    assert {file for _, file, _ in places} == {"content/nodes/slow.md"}


def test_a_context_that_nothing_enters_is_reported_at_the_include(site: pathlib.Path) -> None:
    shared = site / "content/shared/inside.md"
    text = (site / "content/shared/session.md").read_text().split("---")[1].replace("context: laptop", "context: node")
    shared.write_text(f"---{text.split('inputs:')[0]}---\n\n```bash\nuptime\n```\n")
    page = site / "content/rota.md"
    page.write_text(page.read_text() + '\n[Look](shared/inside.md "include")\n')
    found = json.loads(tool("check", "--format", "json", "--today", "2026-11-20", folder=site).stdout)["diagnostics"]
    assert [(f["id"], f["file"]) for f in found] == [("context-not-entered", "content/rota.md")]
    assert [note["file"] for note in found[0]["notes"]][:1] == ["content/shared/inside.md"]
