"""What else is made of a page sees the included text as the page's own."""

from __future__ import annotations

import json
import pathlib
import re

from conftest import tool
from test_pasted import pair  # noqa: F401


def pages_with(site: pathlib.Path, link: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("content/**/*.md") if link in path.read_text())


def test_a_diff_sees_no_change(pair: tuple[pathlib.Path, pathlib.Path]) -> None:
    shown = tool("diff", pair[0].parent.as_posix(), pair[1].parent.as_posix(), folder=pair[0])
    assert shown.stdout == "nothing that is run has changed\n", shown.stderr


def test_a_diff_names_the_pages_that_a_shared_step_changes(
    pair: tuple[pathlib.Path, pathlib.Path], site: pathlib.Path,
) -> None:
    shared = site / "content/shared/session.md"
    shared.write_text(shared.read_text().replace("ssh <node>", "ssh -v <node>"))
    shown = tool("diff", pair[0].parent.as_posix(), site.as_posix(), "--format", "json", folder=site)
    changed = {change["file"] for change in json.loads(shown.stdout)["pages"]}
    names = [name for name in pages_with(site, "session.md") if re.search(
        r'session\.md(#steps|#step-open)? "include', (site / name).read_text())]
    assert len(names) == 7
    assert changed == {*names, "content/shared/session.md"}


def test_an_export_differs_in_lines_alone(pair: tuple[pathlib.Path, pathlib.Path]) -> None:
    def without_lines(value: object) -> object:
        if isinstance(value, dict):
            return {key: without_lines(inner) for key, inner in value.items() if key != "line"}
        return [without_lines(inner) for inner in value] if isinstance(value, list) else value

    one, other = (json.loads(tool("export", folder=site.parent).stdout) for site in pair)
    assert one != other
    assert without_lines(one) == without_lines(other)


def test_scripts_differ_in_lines_alone(pair: tuple[pathlib.Path, pathlib.Path]) -> None:
    made = 0
    for path in sorted((pair[0].parent / "content").rglob("*.md")):
        name = path.relative_to(pair[0].parent).as_posix()
        one, other = (tool("script", name, folder=site.parent) for site in pair)
        assert one.returncode == other.returncode, name
        lines = re.compile(r"\.md:\d+|line \d+|lines \d+")
        assert lines.sub("", one.stdout) == lines.sub("", other.stdout), name
        made += one.returncode == 0 and "worker-" in one.stdout
    assert made >= 3


def test_the_search_finds_a_shared_text_once(pair: tuple[pathlib.Path, pathlib.Path]) -> None:
    one, other = ("".join(path.read_text() for path in site.glob("search/*.js")) for site in pair)
    assert one.count("What is typed there") == 1
    assert other.count("What is typed there") == 3


def test_a_fix_is_written_where_the_text_is(site: pathlib.Path) -> None:
    shared = site / "content/shared/session.md"
    before = {path: path.read_text() for path in site.rglob("*.md")}
    shared.write_text(shared.read_text().replace("ssh <node>", "kubectl get node <node> --outputt wide\nssh <node>"))
    assert tool("fix", "--write", folder=site).returncode == 0
    after = {path: path.read_text() for path in site.rglob("*.md")}
    assert "--output wide" in after[shared]
    assert {path for path in before if before[path] != after[path]} == {shared}


def test_an_assistant_reads_the_included_text(site: pathlib.Path) -> None:
    asked = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {
            "protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        *({"jsonrpc": "2.0", "id": number, "method": "tools/call", "params": {"name": name, "arguments": given}}
          for number, (name, given) in enumerate([
              ("page", {"page": "content/nodes/slow.md"}),
              ("step", {"page": "content/nodes/disk.md", "step": "procedure", "values": {"node": "worker-1"}}),
              ("find", {"query": "open the session to"}),
          ], 2)),
    ]
    said = tool("mcp", folder=site, typed="".join(json.dumps(message) + "\n" for message in asked)).stdout
    page, step, found = (
        json.loads(line)["result"]["content"][0]["text"] for line in said.split("\n")[1:4])
    assert "2. Open the session to `worker-1`." in page and "ssh worker-1" in page
    assert "What is typed there" not in page
    assert "ssh worker-1" in step and "ssh <node>" not in step
    assert "content/shared/session.md" in found and "content/nodes" not in found


def test_raw_html_leads_where_it_led(site: pathlib.Path) -> None:
    config = site / "runbookgen.yml"
    config.write_text(config.read_text() + "raw_html: safe\n")
    shared = site / "content/shared/escalate.md"
    shared.write_text(shared.read_text().replace(
        "Call, and", 'Call <a href="access.md#others">them</a> <img src="../pictures/node.svg" alt="A node">, and'))
    assert tool("check", folder=site).returncode == 0
    assert tool("build", folder=site).returncode == 0
    built = (site / "site/deep/er/one.html").read_text()
    assert 'href="../../shared/access.html#others"' in built and 'src="../../pictures/node.svg"' in built
