"""Pages of others are edited at random places: what changes what is run is told, what does not is not."""

from __future__ import annotations

import json
import os
import pathlib
import random
import re
import shutil

import pytest

from conftest import ROOT, tool

CORPORA = pathlib.Path(os.environ.get("CORPORA", ROOT.parent / "shared/corpora"))
SITES = ["openshift-runbooks", "kubevirt-monitoring", "prometheus-operator-runbooks", "2i2c", "osism", "vitess"]
EDITS = int(os.environ.get("EDITS", "60"))
SEED = int(os.environ.get("SEED", "1"))
SHELL = re.compile(r"^```(bash|sh|shell)[ \t]*$\n(.*?)^```[ \t]*$", re.MULTILINE | re.DOTALL)
COMMAND = re.compile(r"(kubectl|docker|ssh|apt|vtctldclient|vtctlclient|openstack|oc|virtctl|curl|ceph|systemctl|journalctl) [\w./ =:-]+")


def lines_of_commands(text):
    """Places of lines that are one plain command each, in blocks that are labelled as shell."""
    found = []
    for block in SHELL.finditer(text):
        # A prompt makes a transcript, in which other lines are output.
        if re.search(r"^\s*[$#%>]", block[2], re.MULTILINE):
            continue
        at = block.start(2)
        for line in block[2].splitlines(keepends=True):
            if COMMAND.fullmatch(line.rstrip("\n")):
                found.append((at, at + len(line)))
            at += len(line)
    return found


def paragraphs(text):
    """Places of paragraphs of plain words on several lines."""
    plain = re.compile(r"(?:^[A-Z][A-Za-z ,.']+[a-z]\n)(?:^[a-z][A-Za-z ,.']+\n)+(?=\n)", re.MULTILINE)
    fences = [match.span() for match in re.finditer(r"^```.*?^```", text, re.MULTILINE | re.DOTALL)]
    return [match.span() for match in plain.finditer(text) if not any(a <= match.start() < b for a, b in fences)]


def replaced(text, place, new):
    return text[: place[0]] + new + text[place[1] :]


def another_word(text, line, chance):
    words = text[slice(*line)].rstrip("\n").split(" ")
    place = chance.randrange(1, len(words))
    return replaced(text, line, " ".join([*words[:place], words[place] + "x", *words[place + 1 :]]) + "\n")


# What is done to a line of commands or a paragraph, and what has to be told of it.
CHANGING = {
    "a word": ("line", another_word, {"command-changed"}),
    "a word more": ("line", lambda text, line, _: replaced(text, line, text[slice(*line)].rstrip("\n") + " another\n"), {"command-changed"}),
    "a line less": ("line", lambda text, line, _: replaced(text, line, ""), {"command-removed"}),
    "a line more": ("line", lambda text, line, _: replaced(text, line, text[slice(*line)] + "uptime\n"), {"command-added"}),
    "into a file": ("line", lambda text, line, _: replaced(text, line, text[slice(*line)].rstrip("\n") + " > /tmp/out\n"), {"command-changed"}),
}
SAME = {
    "a comment": ("line", lambda text, line, _: replaced(text, line, "# Look first.\n" + text[slice(*line)]), set()),
    "more spaces": ("line", lambda text, line, _: replaced(text, line, text[slice(*line)].replace(" ", "   ")), set()),
    "two lines": ("line", lambda text, line, _: replaced(text, line, text[slice(*line)].replace(" ", " \\\n  ", 1)), set()),
    "quotes": ("line", lambda text, line, _: replaced(text, line, re.sub(r"(\S+)\n", r"'\1'\n", text[slice(*line)])), set()),
    "a paragraph": ("prose", lambda text, place, _: replaced(text, place, text[slice(*place)].replace("\n", " ").strip() + "\n"), set()),
    "a label": ("line", lambda text, _line, _chance: SHELL.sub(lambda match: match[0].replace("```" + match[1], "```zsh", 1), text), set()),
}
# What follows from a change that was made on purpose.
FOLLOWING = {"effect-raised", "effect-lowered", "destructive-added", "guard-removed"}


@pytest.fixture(scope="module")
def before(tmp_path_factory):
    if not CORPORA.is_dir():
        pytest.skip(f"there are no corpora in {CORPORA}")
    folder = tmp_path_factory.mktemp("before")
    for site in SITES:
        shutil.copytree(CORPORA / site, folder / "content" / site)
    (folder / "runbookgen.yml").write_text("site: {title: Ops}\ndirectories: {content: content}\n")
    return folder


def test_edits_are_told_and_nothing_else(before, tmp_path):
    chance = random.Random(SEED)
    pages = sorted(before.glob("content/**/*.md"))
    texts = {page: page.read_text(encoding="utf-8") for page in pages}
    places = {
        "line": [(page, place) for page in pages for place in lines_of_commands(texts[page])],
        "prose": [(page, place) for page in pages for place in paragraphs(texts[page])],
    }
    chance.shuffle(places["line"])
    chance.shuffle(places["prose"])
    kinds = [*CHANGING.items()] * (EDITS // 2 // len(CHANGING)) + [*SAME.items()] * (EDITS // 2 // len(SAME))
    # All edits at once, each on a page of its own: a page that tells nothing has to be one of the same.
    after = tmp_path / "after"
    shutil.copytree(before, after)
    expected, used = {}, set()
    for name, (place_kind, edit, told) in kinds:
        page, place = next((page, place) for page, place in places[place_kind] if page not in used)
        used.add(page)
        new = edit(texts[page], place, chance)
        assert new != texts[page], (name, page)
        path = page.relative_to(before)
        (after / path).write_text(new, encoding="utf-8")
        expected[str(path)] = (name, told)
    run = tool("diff", str(before), str(after), "--format", "json")
    assert run.returncode == 0, run.stderr
    found = {page["file"]: page["changes"] for page in json.loads(run.stdout)["pages"]}
    wrong = []
    for path, (name, told) in expected.items():
        got = [change["kind"] for change in found.pop(path, [])]
        # A command of which hardly a word is left is another one.
        if name == "a word" and sorted(got) == ["command-added", "command-removed"]:
            continue
        if set(got) - FOLLOWING != told or sum(kind in told for kind in got) != len(told):
            wrong.append((name, path, got))
    assert not wrong, wrong
    assert not found, found
    assert len(expected) >= EDITS * 0.9
