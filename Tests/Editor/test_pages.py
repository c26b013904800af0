"""Every question on pages that were not written for these tests: each is answered, and what is answered fits the text."""

from __future__ import annotations

import pathlib

import pytest
import yaml
from conftest import corpus, session
from lsprotocol import types
from test_editor import painted

pytestmark = pytest.mark.asyncio


@pytest.mark.parametrize("name", ["own", "kubevirt-monitoring", "openshift-runbooks"])
async def test_everything_is_answered(name: str, tmp_path: pathlib.Path, request):
    root = request.getfixturevalue("own") if name == "own" else corpus(name, tmp_path)
    folder = "content" if name == "own" else yaml.safe_load((root / "runbookgen.yml").read_text())["directories"]["content"]
    pages = [path for path in sorted((root / folder).rglob("*.md")) if "```" in path.read_text()][:3]
    assert pages
    counts = dict.fromkeys(
        ["hover", "completion", "definition", "references", "symbols", "tokens", "folds", "rename", "highlight"], 0
    )
    async with session(root) as editor:
        client = editor.client
        for page in pages:
            editor.open(str(page.relative_to(root)))
            document = editor.document
            lines = editor.text.split("\n")
            folds = await client.text_document_folding_range_async(types.FoldingRangeParams(document))
            assert all(0 <= fold.start_line < fold.end_line < len(lines) for fold in folds)
            counts["folds"] += len(folds)
            symbols = await client.text_document_document_symbol_async(types.DocumentSymbolParams(document))
            counts["symbols"] += len(symbols)
            assert all(within(item) for item in symbols)
            tokens = await client.text_document_semantic_tokens_full_async(types.SemanticTokensParams(document))
            for text, _ in painted(editor, list(tokens.data)):
                assert text and "\n" not in text
            counts["tokens"] += len(tokens.data) // 5
            await client.text_document_code_lens_async(types.CodeLensParams(document))
            edits = await client.text_document_formatting_async(
                types.DocumentFormattingParams(document, types.FormattingOptions(2, True))
            )
            formatted = editor.applied(types.WorkspaceEdit(changes={editor.uri: list(edits)}))
            for text in formatted.values():
                # Nothing but spaces and dashes of tables is other.
                assert squeezed(text) == squeezed(editor.text)
            for number, line in list(enumerate(lines))[::3]:
                for character in sorted({0, len(line.encode()) // 2, len(line.encode())}):
                    place = types.Position(number, character)
                    hover = await client.text_document_hover_async(types.HoverParams(document, place))
                    counts["hover"] += hover is not None
                    found = await client.text_document_completion_async(types.CompletionParams(document, place))
                    for item in found.items if found else []:
                        assert item.text_edit.range.end == place and item.text_edit.range.start.line == number
                    counts["completion"] += bool(found and found.items)
                    definition = await client.text_document_definition_async(types.DefinitionParams(document, place))
                    counts["definition"] += bool(definition)
                    marks = await client.text_document_document_highlight_async(
                        types.DocumentHighlightParams(document, place)
                    )
                    counts["highlight"] += bool(marks)
                    references = await client.text_document_references_async(
                        types.ReferenceParams(types.ReferenceContext(True), document, place)
                    )
                    counts["references"] += bool(references)
                    assert {mark.range.start.line for mark in marks or []} <= {
                        place.range.start.line for place in references or [] if place.uri == editor.uri
                    }
                    target = await client.text_document_prepare_rename_async(types.PrepareRenameParams(document, place))
                    if target:
                        name_there = editor.at(target.range)
                        assert name_there == target.placeholder
                        counts["rename"] += 1
        found = await client.workspace_symbol_async(types.WorkspaceSymbolParams(""))
        assert len(found) > 10
    assert all(count >= 2 for count in counts.values()), counts


def within(symbol: types.DocumentSymbol) -> bool:
    def key(position):
        return position.line, position.character

    outer, inner = symbol.range, symbol.selection_range
    return (
        key(outer.start) <= key(inner.start)
        and key(inner.end) <= key(outer.end)
        and all(within(child) and key(outer.start) <= key(child.range.start) for child in symbol.children or [])
    )


def squeezed(text: str) -> str:
    return "".join(character for character in text if character not in " -|\n")
