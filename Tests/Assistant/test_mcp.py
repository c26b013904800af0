"""Every tool, bad arguments, broken messages, and a page that changes underneath."""

from __future__ import annotations

import asyncio
import json
import subprocess

import pytest
from conftest import PROGRAM

pytest.importorskip("mcp", reason="needs the client of Tests/Assistant/requirements.txt")
from mcp import ClientSession, StdioServerParameters  # noqa: E402
from mcp.client.stdio import stdio_client  # noqa: E402

PAGE = """---
kind: runbook
title: Drain a node
summary: Take a node out of service
owner: platform
reviewed: 2026-11-01
review_every: 6 months
alerts: [NodeBroken]
context: laptop
prerequisites: [kubectl]
inputs:
  node: {pattern: "^[a-z0-9.-]+$"}
  why: {description: the reason}
  token: {secret: true}
---
# Drain a node

The fan is loud.

## Procedure

### 1. Look

```bash {expect="Ready"}
kubectl get node <node>
ssh host "logger <why>"
```

### 2. Drain

> [!WARNING]
> Pods go.

```bash
kubectl drain <node> --token=<token>
echo $(( <why> + 1 ))
```

### 3. Enter

```bash
kubectl exec -it <node> -- bash
```
"""
OTHER = "---\nkind: concept\ntitle: Nodes\nowner: platform\nreviewed: 2026-11-01\nreview_every: 1 year\n---\n# Nodes\n\nText.\n"


@pytest.fixture
def site(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "runbookgen.yml").write_text("site: {title: T}\ncontexts: {laptop: {title: Your laptop}}\n")
    (tmp_path / "content" / "drain.md").write_text(PAGE)
    (tmp_path / "content" / "nodes.md").write_text(OTHER)
    return tmp_path


def session(site, talk):
    async def run():
        server = StdioServerParameters(command=PROGRAM, args=["mcp", "--project", str(site)])
        async with stdio_client(server) as (reading, writing), ClientSession(reading, writing) as client:
            await client.initialize()
            return await talk(client)

    return asyncio.run(asyncio.wait_for(run(), 120))


def ask(site, tool, **arguments) -> tuple[bool, str]:
    async def talk(client):
        return await client.call_tool(tool, arguments)

    answer = session(site, talk)
    failed = answer.is_error if hasattr(answer, "is_error") else answer.isError
    return bool(failed), answer.content[0].text


def test_tools(site):
    listed = session(site, lambda client: client.list_tools())
    assert [tool.name for tool in listed.tools] == ["find", "page", "step"]
    assert all(tool.description for tool in listed.tools)


@pytest.mark.parametrize("query", ["NodeBroken", "loud fan", "kubectl drain", "DRAIN"])
def test_find(site, query):
    failed, text = ask(site, "find", query=query)
    assert not failed
    assert text.startswith("content/drain.md: Drain a node")
    assert "nodes.md" not in text


def test_find_nothing(site):
    assert ask(site, "find", query="zebra") == (False, "No runbook holds all of: zebra.")


def test_page(site):
    failed, text = ask(site, "page", page="content/drain.md")
    assert not failed
    assert "- drain: Drain\n" in text and "Owner: platform" in text and "Review due: 2027-05-01" in text
    assert text.endswith(PAGE)


def test_step(site):
    failed, text = ask(site, "step", page="content/drain.md", step="1", values={"node": "n-1", "why": "it's $(hot)"})
    assert not failed
    assert "Runs in: Your laptop" in text
    assert "kubectl get node n-1\n" in text
    assert 'logger \'it\'\\\\\'\'s \\$(hot)\'"' in text
    assert "Expected: Ready" in text


def test_step_that_destroys(site):
    failed, text = ask(site, "step", page="content/drain.md", step="drain", values={"node": "n-1", "why": "1"})
    assert not failed
    assert "Effect: destructive\nA person has to confirm this" in text
    assert "warning: Pods go." in text
    assert "Values to fill in: <token>" in text and "kubectl drain n-1 --token=<token>" in text


def test_step_that_needs_a_person(site):
    failed, text = ask(site, "step", page="content/drain.md", step="3")
    assert not failed and "Needs a person: 'kubectl exec' waits" in text


@pytest.mark.parametrize(
    ("tool", "arguments", "words"),
    [
        ("find", {}, "'query' has to be a text"),
        ("find", {"query": " "}, "'query' has to be a text"),
        ("page", {"page": "content/drian.md"}, "did you mean 'content/drain.md'?"),
        ("page", {"page": "../../etc/passwd"}, "there is no page"),
        ("step", {"page": "content/drain.md"}, "'step' has to be a text"),
        ("step", {"page": "content/drain.md", "step": "9"}, "there are look, drain, enter"),
        ("step", {"page": "content/drain.md", "step": "1", "values": {"node": "a; reboot"}}, "does not match its pattern"),
        ("step", {"page": "content/drain.md", "step": "1", "values": {"node": "-x"}}, "begins with a hyphen"),
        ("step", {"page": "content/drain.md", "step": "1", "values": {"why": "a\nb"}}, "a line end"),
        ("step", {"page": "content/drain.md", "step": "1", "values": {"why": ""}}, "it is empty"),
        ("step", {"page": "content/drain.md", "step": "1", "values": {"other": "x"}}, "no value <other>"),
        ("step", {"page": "content/drain.md", "step": "2", "values": {"token": "x"}}, "is a secret"),
        ("step", {"page": "content/drain.md", "step": "2", "values": {"why": "a[$(reboot)]"}}, "line 36: the shell calculates"),
        ("step", {"page": "content/drain.md", "step": "1", "values": ["x"]}, "an object of texts"),
        ("step", {"page": "content/drain.md", "step": "1", "values": {"why": {}}}, "'why' has to be a text"),
    ],
)
def test_bad_arguments(site, tool, arguments, words):
    failed, text = ask(site, tool, **arguments)
    assert failed
    assert words in text


def test_page_that_changes(site):
    page = site / "content" / "drain.md"

    async def talk(client):
        first = await client.call_tool("step", {"page": "content/drain.md", "step": "1"})
        page.write_text(PAGE.replace("get node", "describe node"))
        second = await client.call_tool("step", {"page": "content/drain.md", "step": "1"})
        page.unlink()
        third = await client.call_tool("find", {"query": "drain"})
        page.write_text(PAGE.replace("Drain a node", "Drain a machine"))
        return [answer.content[0].text for answer in (first, second, third, await client.call_tool("find", {"query": "machine"}))]

    first, second, third, fourth = session(site, talk)
    assert "get node" in first and "describe node" in second
    assert third.startswith("No runbook")
    assert "Drain a machine" in fourth


def raw(site, *lines: bytes) -> list[dict]:
    ended = subprocess.run(
        [PROGRAM, "mcp", "--project", str(site)], input=b"".join(line + b"\n" for line in lines),
        capture_output=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


def test_broken_messages(site):
    answers = raw(
        site, b"{", b"[]", b'{"id": 1}', b'"x"', b"\xff\xfe", b"", b'{"jsonrpc":"2.0","id":"a","method":"nothing"}',
        b'{"jsonrpc":"2.0","id":2,"method":"tools/call"}',
        b'{"jsonrpc":"2.0","id":3,"method":"tools/call","params":{"name":"run"}}',
        b'{"jsonrpc":"2.0","method":"notifications/initialized"}', b"[" * 100_000,
        b'{"jsonrpc":"2.0","id":4,"method":"ping"}')
    assert [(answer["id"], answer.get("error", {}).get("code")) for answer in answers] == [
        (None, -32700), (None, -32600), (None, -32600), (None, -32600), (None, -32700), ("a", -32601),
        (2, -32602), (3, -32602), (None, -32700), (4, None)]


def test_huge_line(site):
    ping = b'{"jsonrpc":"2.0","id":1,"method":"ping"}'
    answers = raw(site, b'{"x": "' + b"y" * 5_000_000 + b'"}', ping)
    assert [answer["id"] for answer in answers] == [None, 1]
    assert answers[0]["error"]["message"] == "a message has at most 1048576 bytes"


def test_nothing_but_messages_is_written(site):
    """No banner and no progress stands between the messages."""
    (site / "content" / "drain.md").write_bytes(b"---\nkind: [\n---\n\xff")
    answers = raw(site, b'{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"page","arguments":{"page":"content/nodes.md"}}}')
    assert [answer["id"] for answer in answers] == [1]
