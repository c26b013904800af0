"""Texts that include others: how deep, and in circles."""

from __future__ import annotations

import json
import pathlib

import pytest

from conftest import built, tool

FRONT = "---\nkind: concept\ntitle: {}\nowner: team\nreviewed: 2026-11-01\nreview_every: 6 months\n---\n\n"


def write(folder: pathlib.Path, pages: dict[str, str]) -> None:
    for name, text in pages.items():
        path = folder / "content" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(FRONT.format(name) + text)


def include(name: str) -> str:
    return f'[Next]({name}.md "include")\n'


def chain(length: int) -> dict[str, str]:
    """Pages of which each includes the next."""
    names = [f"p{number:02}" for number in range(length)]
    return {name: include(after) for name, after in zip(names, names[1:])} | {names[-1]: "Text.\n"}


def found(folder: pathlib.Path) -> list[dict]:
    run = tool("check", "--format", "json", "--today", "2026-11-20", folder=folder)
    return [finding for finding in json.loads(run.stdout)["diagnostics"] if finding["severity"] != "info"]


def test_eight_levels_are_shown(tmp_path: pathlib.Path) -> None:
    write(tmp_path, chain(9))
    assert found(tmp_path) == []
    assert "Text." in (built(tmp_path) / "p00.html").read_text()


@pytest.mark.parametrize("length", [10, 11, 15])
def test_an_include_that_is_too_deep_is_reported_once(tmp_path: pathlib.Path, length: int) -> None:
    write(tmp_path, chain(length))
    [finding] = found(tmp_path)
    assert (finding["id"], finding["file"], finding["line"]) == ("include-cycle", f"content/p{length - 2:02}.md", 9)
    notes = [(note["file"], note["line"], note["text"]) for note in finding["notes"]]
    assert notes == [(f"content/p{length - 10:02}.md", 9, "it lands here")]


def test_all_pages_that_it_is_too_deep_for_are_named(tmp_path: pathlib.Path) -> None:
    write(tmp_path, chain(10) | {"other": include("p01"), "twice": include("p01") + "\n" + include("p01")})
    [finding] = found(tmp_path)
    notes = [(note["file"], note["line"]) for note in finding["notes"]]
    assert notes == [
        ("content/other.md", 9), ("content/p00.md", 9), ("content/twice.md", 9), ("content/twice.md", 11),
    ]


def test_a_section_without_includes_ends_a_chain(tmp_path: pathlib.Path) -> None:
    pages = chain(10)
    pages["p08"] = '[Next](p09.md#end "include")\n'
    write(tmp_path, pages | {"p09": include("p10") + "\n## End\n\nText.\n", "p10": "More.\n"})
    assert [(f["file"], f["summary"]) for f in found(tmp_path)] == [
        ("content/p08.md", "this include is nested more than 8 levels deep")
    ]


@pytest.mark.parametrize("length", [2, 8, 9, 10, 20])
def test_a_circle_is_reported_on_its_pages_alone(tmp_path: pathlib.Path, length: int) -> None:
    pages = chain(length)
    pages[f"p{length - 1:02}"] = include("p00")
    write(tmp_path, pages | {"outside": include("p00")})
    findings = found(tmp_path)
    assert [finding["file"] for finding in findings] == [f"content/{name}.md" for name in sorted(pages)]
    assert {finding["summary"] for finding in findings} == {"this page would include itself"}
    names = [f"`{name}.md`" for name in sorted(pages)]
    assert " includes ".join(names + names[:1]) in findings[0]["explanation"]


@pytest.mark.parametrize("place", ["head.md", "head.md#who"])
def test_a_title_below_an_include_is_shown_once(tmp_path: pathlib.Path, place: str) -> None:
    write(tmp_path, {"head": "# head\n\n## Who\n\n### When\n\nSomebody.\n"})
    write(tmp_path, {"page": f'[Head]({place} "include")\n\n# page\n\nOwn text.\n'})
    page = (built(tmp_path) / "page.html").read_text()
    assert page.count("<h1") == 1 and "Somebody." in page and "Own text." in page
    run = tool("check", "--format", "concise", "--today", "2026-11-20", folder=tmp_path)
    assert "page.md:11:1: info[heading-level-one]: the page's title stands below its first section" in run.stdout
