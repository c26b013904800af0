"""What an editor asks, on a small site."""

from __future__ import annotations

import pathlib

import pytest
from conftest import session
from lsprotocol import types
from pygls.exceptions import JsonRpcException

pytestmark = pytest.mark.asyncio


async def test_findings_come_as_one_types(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        before = await editor.findings()
        editor.replace("--ignore-daemonsets", "--ignore-daemonset")
        found = [item for item in await editor.findings() if item not in before]
        wrong = next(item for item in found if item.code == "command-unknown-option")
        assert editor.at(wrong.range) == "--ignore-daemonset"
        assert wrong.severity == types.DiagnosticSeverity.Error and wrong.source == "runbookgen"
        editor.replace("--ignore-daemonset\n", "--ignore-daemonsets\n")
        assert await editor.findings() == before


async def test_an_edit_is_told_where_it_breaks_another_page(site: pathlib.Path):
    start = (site / "content/index.md").as_uri()
    async with session(site) as editor:
        editor.open("content/drain.md")
        assert not [item for item in await editor.findings(start) if item.code == "anchor-broken"]
        editor.replace("## Look at it", "## See it")
        found = await editor.findings(start)
        assert [item.code for item in found if "look-at-it" in item.message]
        editor.replace("## See it", "## Look at it")
        assert not [item for item in await editor.findings(start) if "look-at-it" in item.message]


async def test_a_finding_whose_bytes_stay_and_whose_line_moves_is_told_again(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        editor.replace("--ignore-daemonsets", "--ignore-daemonset")
        await editor.findings()
        editor.replace("Grüße 🙂", "Grüße\n🙂")
        wrong = next(item for item in await editor.findings() if item.code == "command-unknown-option")
        assert editor.at(wrong.range) == "--ignore-daemonset"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
async def test_places_are_counted_as_was_agreed(site: pathlib.Path, encoding: str):
    async with session(site, encoding) as editor:
        editor.open("content/drain.md")
        editor.replace("#step-drain-it)", "#step-nowhere)")
        found = [item for item in await editor.findings() if "nowhere" in item.message]
        assert "nowhere" in editor.at(found[0].range)
        assert await editor.hover("](#step", "](#s") != ""


async def test_a_fix_is_an_action(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        editor.replace("--ignore-daemonsets", "--ignore-daemonset")
        await editor.findings()
        place = editor.place("--ignore-daemonset")
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                editor.document, types.Range(place, place), types.CodeActionContext([])
            )
        )
        action = next(item for item in actions if item.kind == "quickfix")
        assert action.diagnostics[0].code == "command-unknown-option"
        texts = editor.applied(action.edit)
        assert "kubectl drain <node-name> --ignore-daemonsets\n" in texts["content/drain.md"]


async def test_all_fixes_are_one_action(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        editor.replace("--ignore-daemonsets", "--ignore-daemonset")
        editor.replace("restart kubelet", "restrat kubelet")
        await editor.findings()
        whole = types.Range(types.Position(0, 0), editor.position(len(editor.text)))
        actions = await editor.client.text_document_code_action_async(
            types.CodeActionParams(
                editor.document,
                whole,
                types.CodeActionContext([], only=[types.CodeActionKind.SourceFixAll]),
            )
        )
        assert [item.kind for item in actions] == ["source.fixAll"]
        text = editor.applied(actions[0].edit)["content/drain.md"]
        assert "--ignore-daemonset\n" not in text


async def test_front_matter_is_completed(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        editor.replace("alerts: [NodeDown]\n", "alerts: [NodeDown]\nli\ncontext2: \n")
        labels = await editor.labels("li\ncontext2", "li")
        assert "lifecycle" in labels and "title" not in labels
        assert "lifecycle: \n" in await editor.complete("lifecycle", "li\ncontext2", "li")
        editor.replace("li\ncontext2: ", "kind2: x\ncontext: ")
        assert {"laptop", "node"} <= set(await editor.labels("context: \n", "context: "))
        editor.replace("kind: runbook", "kind: ")
        assert {"runbook", "concept"} <= set(await editor.labels("kind: \n", "kind: "))
        editor.replace("type: enum", "type: ")
        assert "aws-region" in await editor.labels("type: \n", "type: ")
        editor.replace("    choices:", "    \n    choices:")
        keys = await editor.labels("    \n    choices", "    ")
        assert "pattern" in keys and "choices" not in keys and "title" not in keys


async def test_commands_are_completed(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        editor.replace("kubectl get nodes", "kubectl g")
        assert "get" in await editor.labels("kubectl g", "kubectl g")
        editor.replace("kubectl g <node-name>", "kubectl get nodes --")
        assert {"--selector", "--output"} <= set(
            await editor.labels("get nodes --", "get nodes --")
        )
        editor.replace("get nodes -- -o wide", "get nodes --profile ")
        assert {"cpu", "heap"} <= set(await editor.labels("--profile ", "--profile "))
        editor.replace("get nodes --profile ", "get nodes --profile=c")
        text = await editor.complete("cpu", "--profile=c", "--profile=c")
        assert "kubectl get nodes --profile=cpu" in text
        editor.replace("kubectl get nodes --profile=c", "kubec")
        assert "kubectl" in await editor.labels("kubec\n", "kubec")
        editor.replace("kubec\n", "kubectl get nodes | gre\n")
        assert "grep" in await editor.labels("| gre\n", "| gre")
        editor.replace("kubectl get nodes | gre\n", "sudo system\n")
        assert "systemctl" in await editor.labels("sudo system\n", "sudo system")
        editor.replace("sudo system\n", "for x in 1; do kubectl dr\n")
        assert "drain" in await editor.labels("kubectl dr\n", "kubectl dr")
        editor.replace("for x in 1; do kubectl dr\n", "kubectl get nodes <\n")
        assert await editor.labels("nodes <\n", "nodes <") == ["node-name", "reason"]


async def test_links_fences_and_markers_are_completed(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/index.md")
        editor.replace("See [", "[a](\n[b](drain.md#\n> [!\n<!-- runbookgen-allow \n\nSee [")
        assert "drain.md" in await editor.labels("[a](\n", "[a](")
        anchors = await editor.labels("drain.md#\n", "drain.md#")
        assert {"look-at-it", "step-drain-it", "quick-reference"} <= set(anchors)
        assert "CAUTION" in await editor.labels("[!\n", "[!")
        assert "link-broken" in await editor.labels("runbookgen-allow \n", "runbookgen-allow ")
        editor.open("content/drain.md")
        editor.replace("```bash {step=list in=laptop}", "```bash {step=list in=}")
        assert await editor.labels("in=}", "in=") == ["laptop", "node"]
        editor.replace("#step-drain-it", "#step-look")
        editor.replace("{step=list in=}", "{step=}")
        assert "look" in await editor.labels("{step=}", "{step=")
        editor.replace("```bash {step=}", "```ba")
        assert "bash" in await editor.labels("```ba\n", "```ba")


async def test_hover_says_what_it_is(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        assert "destructive" in await editor.hover("drain <node-name>", "d")
        assert "--ignore-daemonsets" in await editor.hover("--ignore-daemonsets", "--i")
        assert "The node" in await editor.hover("in=node", "in=n")
        assert "Name of the node" in await editor.hover("get nodes <node-name>", "get nodes <n")
        assert "Drain a node" in await editor.hover("#step-drain-it", "#st")
        assert "review_every" in await editor.hover("review_every", "rev")
        editor.open("content/index.md")
        assert "Move the pods away" in await editor.hover("drain.md#step", "dr")
        editor.replace("See [", "<!-- runbookgen-allow link-broken: x -->\nSee [")
        assert "link-broken" in await editor.hover("link-broken", "li")


async def test_definitions_are_found(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        assert await editor.definition("get nodes <node", "get nodes <n") == [
            "content/drain.md: node-name:"
        ]
        assert await editor.definition("#step-drain-it", "#step-d") == [
            "content/drain.md: ```bash {step=drain-it in=laptop}"
        ]
        assert await editor.definition("in=node", "in=n") == ["runbookgen.yml: node:"]
        assert await editor.definition("| `kubectl drain", "| `ku") == [
            "content/drain.md: ```bash {step=drain-it in=laptop}"
        ]
        editor.open("content/index.md")
        assert await editor.definition("drain.md#look", "drain.md#l") == [
            "content/drain.md: ## Look at it"
        ]
        assert await editor.definition("drain.md#look", "dr") == [
            "content/drain.md: title: Drain a node"
        ]


async def test_an_include_is_a_link_to_its_text(site: pathlib.Path):
    page = site / "content/index.md"
    links = '[Look](drain.md#look-at-it "include")\n\n[All](drain.md# "include")\n\nSee ['
    page.write_text(page.read_text().replace("See [", links, 1))
    async with session(site) as editor:
        editor.open("content/index.md")
        assert await editor.definition("drain.md#look-at-it", "drain.md#l") == ["content/drain.md: ## Look at it"]
        assert await editor.definition("drain.md#look-at-it", "dr") == ["content/drain.md: title: Drain a node"]
        assert "look-at-it" in await editor.labels('drain.md# "include"', "drain.md#")
        editor.open("content/drain.md")
        assert any(line.startswith("content/index.md") for line in await editor.references("## Look at it", "## L"))


async def test_references_are_found_on_every_page(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        step = await editor.references("step=drain-it", "step=d")
        assert len(step) == 3 and any(line.startswith("content/index.md") for line in step)
        assert len(await editor.references("  node-name:", "  n")) == 6
        assert len(await editor.references("## Look at it", "## L")) == 2
        context = await editor.references("in=node", "in=n")
        assert "runbookgen.yml: node:" in context and len(context) == 3
        row = await editor.references("systemctl restart kubelet`", "sys")
        assert "content/drain.md: ```bash {step=restart in=node}" in row
        marks = await editor.client.text_document_document_highlight_async(
            types.DocumentHighlightParams(editor.document, editor.place("step=drain-it", "step=d"))
        )
        assert len(marks) == 2


async def test_renames_reach_every_place(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        texts = await editor.rename("host", "get nodes <node", "get nodes <n")
        assert list(texts) == ["content/drain.md"]
        assert texts["content/drain.md"].count("<host>") == 5
        assert "  host:\n" in texts["content/drain.md"]
        texts = await editor.rename("empty-it", "step=drain-it", "step=d")
        assert "(#step-empty-it)" in texts["content/drain.md"]
        assert "(drain.md#step-empty-it)" in texts["content/index.md"]
        assert "{step=empty-it in=laptop}" in texts["content/drain.md"]
        texts = await editor.rename("Look twice", "## Look at it", "## L")
        assert "## Look twice\n" in texts["content/drain.md"]
        assert "(drain.md#look-twice)" in texts["content/index.md"]
        for name, needle, after in [
            ("1 2", "get nodes <node", "get nodes <n"),
            ("restart", "step=drain-it", "step=d"),
            ("reason", "get nodes <node", "get nodes <n"),
        ]:
            with pytest.raises(JsonRpcException):
                await editor.rename(name, needle, after)
        nothing = await editor.client.text_document_prepare_rename_async(
            types.PrepareRenameParams(editor.document, editor.place("Pods move"))
        )
        assert nothing is None


async def test_a_file_that_is_renamed_takes_its_links_along(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        edit = await editor.client.workspace_will_rename_files_async(
            types.RenameFilesParams(
                [
                    types.FileRename(
                        (site / "content/drain.md").as_uri(),
                        (site / "content/nodes/empty.md").as_uri(),
                    )
                ]
            )
        )
        texts = editor.applied(edit)
        assert "(nodes/empty.md#step-drain-it)" in texts["content/index.md"]
        edit = await editor.client.workspace_will_rename_files_async(
            types.RenameFilesParams(
                [
                    types.FileRename(
                        (site / "content/index.md").as_uri(),
                        (site / "content/a/b/start.md").as_uri(),
                    )
                ]
            )
        )
        assert "(../../drain.md#step-drain-it)" in editor.applied(edit)["content/index.md"]


async def test_symbols_folds_tokens_and_lenses(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        symbols = await editor.client.text_document_document_symbol_async(
            types.DocumentSymbolParams(editor.document)
        )
        assert [item.name for item in symbols] == ["Look at it", "Drain it", "Quick reference"]
        assert [item.name for item in symbols[1].children] == ["drain-it", "enter", "restart"]
        found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("drain"))
        names = {item.name for item in found}
        assert {"Drain a node", "Drain it", "drain-it"} <= names
        found = await editor.client.workspace_symbol_async(types.WorkspaceSymbolParams("nodedown"))
        assert [item.name for item in found] == ["NodeDown"]
        folds = await editor.client.text_document_folding_range_async(
            types.FoldingRangeParams(editor.document)
        )
        assert (0, 18) in {(fold.start_line, fold.end_line) for fold in folds}
        lenses = await editor.client.text_document_code_lens_async(
            types.CodeLensParams(editor.document)
        )
        titles = [lens.command.title for lens in lenses]
        assert titles[0] == "runs in laptop · 1 use" and titles[1] == "runs in laptop · 3 uses"
        tokens = await editor.client.text_document_semantic_tokens_full_async(
            types.SemanticTokensParams(editor.document)
        )
        assert ("kubectl", 0) in painted(editor, tokens.data)
        assert ("drain", 1) in painted(editor, tokens.data)
        assert ("--ignore-daemonsets", 2) in painted(editor, tokens.data)
        assert ("node-name", 3) in painted(editor, tokens.data)


def painted(editor, data: list[int]) -> set[tuple[str, int]]:
    """The texts of tokens with their kinds."""
    found = set()
    line = character = 0
    for index in range(0, len(data), 5):
        down, right, length, kind, _ = data[index : index + 5]
        character = right if down else character + right
        line += down
        place = types.Range(
            types.Position(line, character), types.Position(line, character + length)
        )
        found.add((editor.at(place), kind))
    return found


async def test_tables_are_formatted(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        edits = await editor.client.text_document_formatting_async(
            types.DocumentFormattingParams(editor.document, types.FormattingOptions(2, True))
        )
        text = editor.applied(types.WorkspaceEdit(changes={editor.uri: edits}))["content/drain.md"]
        table = [line for line in text.split("\n") if line.startswith("|")]
        assert len({len(line) for line in table}) == 1 and table[0].startswith("| Task    | Command")
        findings = await editor.findings()
        editor.replace(editor.text, text)
        again = await editor.client.text_document_formatting_async(
            types.DocumentFormattingParams(editor.document, types.FormattingOptions(2, True))
        )
        assert not again
        assert [item.code for item in await editor.findings()] == [item.code for item in findings]


async def test_the_configuration_counts_as_it_is_typed(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/drain.md")
        page = editor.uri
        assert not [item for item in await editor.findings() if "`node`" in item.message]
        editor.open("runbookgen.yml")
        editor.replace("  node:\n", "  nodes:\n")
        editor.replace("title: The node", "tilte: The node")
        assert [item.code for item in await editor.findings()]
        assert [item for item in await editor.findings(page) if "node" in item.message]


async def test_files_that_come_and_go(site: pathlib.Path):
    async with session(site) as editor:
        editor.open("content/index.md")
        before = await editor.findings()
        (site / "content/drain.md").rename(site / "content/other.md")
        editor.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams(
                [
                    types.FileEvent((site / "content/drain.md").as_uri(), types.FileChangeType.Deleted),
                    types.FileEvent((site / "content/other.md").as_uri(), types.FileChangeType.Created),
                ]
            )
        )
        assert "link-broken" in [item.code for item in await editor.findings()]
        (site / "content/other.md").rename(site / "content/drain.md")
        editor.client.workspace_did_change_watched_files(
            types.DidChangeWatchedFilesParams(
                [types.FileEvent((site / "content/drain.md").as_uri(), types.FileChangeType.Created)]
            )
        )
        assert await editor.findings() == before
