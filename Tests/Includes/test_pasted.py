"""What includes show is what would be shown if their texts were pasted."""

from __future__ import annotations

import filecmp
import pathlib
import shutil

import pytest

from conftest import SITE, built
from pasting import INCLUDE, Page


@pytest.fixture(scope="module")
def pair(tmp_path_factory: pytest.TempPathFactory) -> tuple[pathlib.Path, pathlib.Path]:
    """The wikis of the site with includes, and of the site with pasted texts."""
    folder = tmp_path_factory.mktemp("pair")
    for name in ("included", "pasted"):
        shutil.copytree(SITE, folder / name)
    content = folder / "pasted/content"
    for path in SITE.rglob("content/**/*.md"):
        name = path.relative_to(SITE / "content").as_posix()
        (content / name).write_text(Page(SITE / "content", name).pasted())
    return built(folder / "included"), built(folder / "pasted")


def files(folder: pathlib.Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_twenty_pages_include_something() -> None:
    pages = [path for path in SITE.rglob("*.md") if any(map(INCLUDE.match, path.read_text().split("\n")))]
    assert len([path for path in pages if path.parent.name != "shared"]) == 20


def test_wiki_and_payloads_are_the_same(pair: tuple[pathlib.Path, pathlib.Path]) -> None:
    included, pasted = pair
    # What is included is found where it is written, once: the index of words differs, and nothing else.
    one, other = ({name for name in files(folder) if not name.startswith("search/")} for folder in pair)
    assert one == other
    assert len([name for name in one if name.startswith("confluence/") and name.endswith((".html", ".xml", ".json"))]) > 100
    differing = [name for name in sorted(one) if not filecmp.cmp(included / name, pasted / name, shallow=False)]
    assert differing == []
