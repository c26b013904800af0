"""An editor that is not ours, and the projects that it opens."""

from __future__ import annotations

import asyncio
import contextlib
import pathlib
import shutil
import subprocess
import sys

import pytest
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(HERE.parent / "Browser"))

from harness import find_binary, pytest_runtest_makereport  # noqa: E402,F401

CORPORA = ROOT.parent / "shared" / "corpora"


class Editor:
    """One open document of a session, and questions at places that are named by their text."""

    def __init__(self, client: LanguageClient, root: pathlib.Path, encoding: str):
        self.client = client
        self.root = root
        self.encoding = encoding

    def open(self, name: str, text: str | None = None) -> None:
        path = self.root / name
        self.uri = path.as_uri()
        self.text = path.read_text() if text is None else text
        self.version = 1
        self.client.text_document_did_open(
            types.DidOpenTextDocumentParams(
                types.TextDocumentItem(self.uri, "markdown", self.version, self.text)
            )
        )

    @property
    def document(self) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(self.uri)

    def position(self, offset: int) -> types.Position:
        line = self.text.count("\n", 0, offset)
        before = self.text[self.text.rfind("\n", 0, offset) + 1 : offset]
        codec = {"utf-8": "utf-8", "utf-16": "utf-16-le"}[self.encoding]
        width = {"utf-8": 1, "utf-16": 2}[self.encoding]
        return types.Position(line, len(before.encode(codec)) // width)

    def place(self, needle: str, after: str = "", skip: int = 0) -> types.Position:
        """Where the text `needle` begins, plus what `after` says of it, past some earlier ones."""
        start = -1
        for _ in range(skip + 1):
            start = self.text.index(needle, start + 1)
        return self.position(start + len(after))

    def offset(self, position: types.Position) -> int:
        lines = self.text.split("\n")
        codec = {"utf-8": "utf-8", "utf-16": "utf-16-le"}[self.encoding]
        width = {"utf-8": 1, "utf-16": 2}[self.encoding]
        line = lines[position.line].encode(codec)[: position.character * width]
        return sum(len(line) + 1 for line in lines[: position.line]) + len(line.decode(codec))

    def at(self, range: types.Range) -> str:
        return self.text[self.offset(range.start) : self.offset(range.end)]

    def replace(self, old: str, new: str, skip: int = 0) -> None:
        """Types over the first `old`, as one change with a range."""
        start = -1
        for _ in range(skip + 1):
            start = self.text.index(old, start + 1)
        place = types.Range(self.position(start), self.position(start + len(old)))
        self.text = self.text[:start] + new + self.text[start + len(old) :]
        self.version += 1
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                types.VersionedTextDocumentIdentifier(version=self.version, uri=self.uri),
                [types.TextDocumentContentChangePartial(range=place, text=new)],
            )
        )

    async def findings(self, uri: str | None = None) -> list[types.Diagnostic]:
        """What is known once the server has done everything that was sent to it."""
        await self.client.protocol.send_request_async("runbookgen/settled", {})
        return list(self.client.diagnostics.get(uri or self.uri, []))

    async def labels(self, needle: str, after: str = "", skip: int = 0) -> list[str]:
        result = await self.client.text_document_completion_async(
            types.CompletionParams(self.document, self.place(needle, after, skip))
        )
        return [item.label for item in result.items] if result else []

    async def complete(self, label: str, needle: str, after: str = "", skip: int = 0) -> str:
        """The text with one suggestion taken."""
        result = await self.client.text_document_completion_async(
            types.CompletionParams(self.document, self.place(needle, after, skip))
        )
        item = next(item for item in result.items if item.label == label)
        edit = item.text_edit
        start, end = self.offset(edit.range.start), self.offset(edit.range.end)
        return self.text[:start] + edit.new_text + self.text[end:]

    async def hover(self, needle: str, after: str = "", skip: int = 0) -> str:
        result = await self.client.text_document_hover_async(
            types.HoverParams(self.document, self.place(needle, after, skip))
        )
        return result.contents.value if result else ""

    async def definition(self, needle: str, after: str = "", skip: int = 0) -> list[str]:
        result = await self.client.text_document_definition_async(
            types.DefinitionParams(self.document, self.place(needle, after, skip))
        )
        return self.lines(result or [])

    async def references(self, needle: str, after: str = "", skip: int = 0) -> list[str]:
        result = await self.client.text_document_references_async(
            types.ReferenceParams(
                types.ReferenceContext(True), self.document, self.place(needle, after, skip)
            )
        )
        return self.lines(result or [])

    def lines(self, locations: list[types.Location]) -> list[str]:
        """Each place as its file and the text of its line."""
        found = []
        for location in locations:
            path = pathlib.Path(location.uri.removeprefix("file://"))
            text = self.text if location.uri == self.uri else path.read_text()
            line = text.split("\n")[location.range.start.line]
            found.append(f"{path.relative_to(self.root)}: {line.strip()}")
        return found

    async def rename(self, name: str, needle: str, after: str = "", skip: int = 0) -> dict[str, str]:
        """Each changed file with its new text."""
        result = await self.client.text_document_rename_async(
            types.RenameParams(self.document, self.place(needle, after, skip), name)
        )
        return self.applied(result)

    def applied(self, edit: types.WorkspaceEdit | None) -> dict[str, str]:
        texts = {}
        for uri, edits in (edit.changes or {}).items() if edit else []:
            path = pathlib.Path(uri.removeprefix("file://"))
            other = Editor(self.client, self.root, self.encoding)
            other.text = self.text if uri == self.uri else path.read_text()
            for change in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
                start, end = other.offset(change.range.start), other.offset(change.range.end)
                other.text = other.text[:start] + change.new_text + other.text[end:]
            texts[str(path.relative_to(self.root))] = other.text
        return texts


@contextlib.asynccontextmanager
async def session(root: pathlib.Path, encoding: str = "utf-8"):
    """A client that talks with the program about a folder."""
    client = await ClientServerConfig(server_command=[str(find_binary()), "lsp"]).start()
    try:
        await client.initialize_session(
            types.InitializeParams(
                capabilities=types.ClientCapabilities(
                    general=types.GeneralClientCapabilities(position_encodings=[encoding]),
                    workspace=types.WorkspaceClientCapabilities(
                        did_change_watched_files=types.DidChangeWatchedFilesClientCapabilities(
                            dynamic_registration=False
                        )
                    ),
                ),
                workspace_folders=[types.WorkspaceFolder(root.as_uri(), root.name)],
            )
        )
        yield Editor(client, root, encoding)
    finally:
        await asyncio.wait_for(client.shutdown_session(), 60)
        await asyncio.wait_for(client.stop(), 20)


SITE = {
    "runbookgen.yml": """\
site: {title: Runbooks}
contexts:
  laptop:
    title: Your laptop
    programs: [kubectl, ssh]
  node:
    title: The node
    entered_by: {from: laptop, command: ssh <node-name>}
    programs: [systemctl, journalctl]
""",
    "content/index.md": "---\nkind: concept\ntitle: Start\nowner: Ops\nreviewed: 2026-11-01\nreview_every: P1Y\n---\n\nSee [how to drain](drain.md#step-drain-it) and [the node](drain.md#look-at-it).\n",
    "content/drain.md": """\
---
kind: runbook
title: Drain a node
summary: Move the pods away.
owner: Ops
reviewed: 2026-11-01
review_every: P1Y
context: laptop
alerts: [NodeDown]
inputs:
  node-name:
    type: k8s-name
    description: Name of the node
  reason:
    type: enum
    choices: [disk, memory]
tables:
  - {under: quick-reference, schema: quick-reference, task: Task, command: Command, context: Where}
---

## Look at it

Grüße 🙂 [down](#step-drain-it)

```bash {step=list in=laptop}
kubectl get nodes <node-name> -o wide
```

## Drain it

> [!CAUTION]
> Pods move.

```bash {step=drain-it in=laptop}
kubectl drain <node-name> --ignore-daemonsets
```

```bash {step=enter in=laptop}
ssh <node-name>
```

```bash {step=restart in=node}
systemctl restart kubelet
```

## Quick reference

| Task | Command | Where |
|---|---|---|
| Drain | `kubectl drain <node-name> --ignore-daemonsets` | laptop |
| See it | `kubectl get nodes <node-name> -o wide` | laptop |
| Restart | `systemctl restart kubelet` | node |
""",
}


def write_site(folder: pathlib.Path, files: dict[str, str] = SITE) -> pathlib.Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


@pytest.fixture
def site(tmp_path: pathlib.Path) -> pathlib.Path:
    return write_site(tmp_path / "site")


@pytest.fixture
def own(tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of this project's own content."""
    folder = tmp_path / "own"
    shutil.copytree(ROOT / "content", folder / "content")
    shutil.copytree(ROOT / "templates", folder / "templates")
    shutil.copy(ROOT / "runbookgen.yml", folder)
    return folder


def corpus(name: str, tmp_path: pathlib.Path) -> pathlib.Path:
    """A copy of a public set of runbooks, with the configuration that the program proposes."""
    if not (CORPORA / name).exists():
        pytest.skip(f"there is no folder {name} beside this repository")
    folder = tmp_path / name
    shutil.copytree(CORPORA / name, folder, symlinks=False, ignore_dangling_symlinks=True)
    subprocess.run([find_binary(), "init", "--write"], cwd=folder, check=True, capture_output=True)
    return folder
