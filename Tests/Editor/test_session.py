"""Long sessions: what is found as one types is what a check of the same texts finds. `EDITS` and `SEED` make them longer and others."""

from __future__ import annotations

import json
import os
import pathlib
import random
import shutil
import subprocess

import pytest
from conftest import corpus, find_binary, session
from lsprotocol import types

pytestmark = pytest.mark.asyncio

PIECES = [
    "`", "```\n", "\n\n## A heading\n", "- item\n", "<node>", "|", "\n---\n", "title: x\n", "é🙂", "\n", " ",
    "\n```bash\nkubectl get pods --all-namespace\n```\n", "[a](index.md#b)", "{step=x in=host}", "x", "#", "-", "[",
    "<!-- runbookgen-allow todo-left: x -->\n", "TODO", "kubectl delete pod", "\t", "<b>", "&amp;",
]


def check(root: pathlib.Path) -> set[tuple[str, str, int, str]]:
    done = subprocess.run(
        [find_binary(), "check", "--format", "json"], cwd=root, capture_output=True, text=True, check=False
    )
    return {
        (item["file"], item["id"], item["line"], item["summary"])
        for item in json.loads(done.stdout)["diagnostics"]
    }


def told(editor) -> set[tuple[str, str, int, str]]:
    found = set()
    for uri, items in editor.client.diagnostics.items():
        name = str(pathlib.Path(uri.removeprefix("file://")).relative_to(editor.root))
        for item in items:
            summary = item.message.split(".\n")[0]
            found.add((name, item.code, item.range.start.line + 1, summary))
    return found


@pytest.mark.parametrize("name", ["own", "kubevirt-monitoring", "osism"])
async def test_a_session_finds_what_a_check_finds(name: str, tmp_path, request):
    root = request.getfixturevalue("own") if name == "own" else corpus(name, tmp_path)
    random_numbers = random.Random(int(os.environ.get("SEED", "1")))
    pages = [
        str(path.relative_to(root))
        for path in sorted(root.rglob("*.md"))
        if path.stat().st_size < 40_000 and ".git" not in path.parts
    ]
    pages = [page for page in pages if readable(root / page)][:40]
    count = int(os.environ.get("EDITS", "40"))
    async with session(root) as editor:
        texts = {}
        editors = {}
        for number in range(count):
            page = random_numbers.choice(pages)
            if page not in editors:
                other = type(editor)(editor.client, root, editor.encoding)
                other.open(page)
                editors[page] = other
            other = editors[page]
            start = random_numbers.randrange(len(other.text) + 1)
            end = min(len(other.text), start + random_numbers.choice([0, 0, 0, 1, 4, 30]))
            new = random_numbers.choice(PIECES) if start == end else ""
            place = types.Range(other.position(start), other.position(end))
            other.text = other.text[:start] + new + other.text[end:]
            other.version += 1
            editor.client.text_document_did_change(
                types.DidChangeTextDocumentParams(
                    types.VersionedTextDocumentIdentifier(version=other.version, uri=other.uri),
                    [types.TextDocumentContentChangePartial(range=place, text=new)],
                )
            )
            texts[page] = other.text
            if number % max(1, count // 8) == count // 8 - 1:
                await editor.client.protocol.send_request_async("runbookgen/settled", {})
                fresh = tmp_path / "fresh"
                shutil.copytree(root, fresh, symlinks=True)
                for path, text in texts.items():
                    (fresh / path).write_bytes(text.encode())
                expected = check(fresh)
                shutil.rmtree(fresh)
                found = told(editor)
                assert found == expected, (number, sorted(found ^ expected)[:6])


def readable(path: pathlib.Path) -> bool:
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        return False
    return "\r" not in text and "\0" not in text
