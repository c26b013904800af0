"""Pages and the whole wiki as single files: opened from the disk with nothing beside them."""

import base64
import re
import shutil

import pytest

from test_indexes import page_text

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
RUNBOOK = "bundle/bottlerocket/update-and-roll-back-a-node.html"


@pytest.fixture
def alone(tmp_path, open_page):
    """Opens a copy of a file in an empty folder; nothing else may be asked for."""

    def open_copy(file, fragment="", **options):
        copy = tmp_path / "stick" / "runbook.html"
        copy.parent.mkdir(exist_ok=True)
        shutil.copy(file, copy)
        page = open_page(copy.as_uri() + fragment, **options)
        asked = [url for url in page.watch.requests if not url.startswith("data:")]
        assert {url.split("#")[0] for url in asked} == {copy.as_uri()}
        return page

    return open_copy


def test_a_runbook_works_alone(bundle, alone):
    page = alone(bundle.folder / RUNBOOK)
    assert page.locator("h1").inner_text() == "Update and roll back a Bottlerocket node"
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).display") == "flex"
    page.get_by_role("button", name=re.compile("^Theme")).click()
    assert page.get_by_role("button", name="Theme: light").count() == 1
    figure = page.locator(".code", has_text="apiclient update check").first
    figure.get_by_role("button", name="Copy", exact=True).click()
    assert "apiclient update check" in page.evaluate("navigator.clipboard.readText()")


@pytest.mark.parametrize("name", [RUNBOOK, "bundle/wiki.html"])
def test_the_browser_has_answered_before_storage_is_asked_for(bundle, name):
    """Else Chromium may give a page opened from the disk a storage that no other tab sees: too seldom
    to wait for it."""
    scripts = re.findall(r"<script>(.*?)</script>", (bundle.folder / name).read_text(), re.DOTALL)
    [first] = [number for number, script in enumerate(scripts) if script == "document.cookie"]
    assert not any("Storage" in script for script in scripts[:first])
    assert "localStorage" in scripts[first + 1]


def test_nothing_foreign_runs_in_a_runbook(bundle, alone, tmp_path):
    text = (bundle.folder / RUNBOOK).read_text()
    evil = tmp_path / "evil.html"
    evil.write_text(text.replace("</main>", "<script>document.title = 'taken'</script></main>"))
    page = alone(evil)
    assert page.title() != "taken"
    assert any("Content Security Policy" in problem for problem in page.watch.problems)
    page.watch.problems.clear()


def test_the_whole_wiki_works_alone(bundle, alone):
    page = alone(bundle.folder / "bundle/wiki.html")
    assert page.locator("main:visible").count() == 1
    pages = page.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="Update and roll back").click()
    page.locator("h1:visible", has_text="Update and roll back").wait_for()
    assert page.locator("main:visible").count() == 1
    figure = page.locator(".code", has_text="apiclient update check").first
    figure.get_by_role("button", name="Copy", exact=True).click()
    assert "apiclient update check" in page.evaluate("navigator.clipboard.readText()")
    page.go_back()
    page.locator("h1:visible").filter(has_not_text="Update and roll back").wait_for()


def test_the_whole_wiki_reads_without_javascript(bundle, alone):
    wiki = bundle.folder / "bundle/wiki.html"
    page = alone(wiki, javascript=False)
    first = page.locator("h1:visible").all_inner_texts()
    assert len(first) == 1
    pages = page.get_by_role("navigation", name="Pages")
    pages.get_by_role("link", name="Update and roll back").click()
    second = page.locator("h1:visible").all_inner_texts()
    assert second == ["Update and roll back a Bottlerocket node"] != first


def test_images_move_into_the_file_and_have_their_size(make_wiki, alone, open_page):
    files = {
        "content/index.md": page_text("Home", "![A dot](pictures/dot.png)\n", kind="concept"),
        "content/pictures/dot.png": PIXEL,
    }
    wiki = make_wiki(files, "--bundle")
    assert '<img src="pictures/dot.png" alt="A dot" width="1" height="1"' in wiki.text("index.html")
    for name in ("index.html", "wiki.html"):
        page = alone(wiki.folder / "bundle" / name)
        image = page.get_by_role("img", name="A dot")
        assert image.evaluate("image => image.naturalWidth") == 1
