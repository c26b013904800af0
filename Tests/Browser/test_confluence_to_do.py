"""What there is to do in Confluence since the last paste, page by page; where pages are there; and how
many actions a changed page asks of the person who pastes it."""

import json
import re
import subprocess

import pytest

import harness

SITE = "https://acme.atlassian.net/wiki"
CONFIG = f"""site: {{title: Ops, base_url: "https://wiki.example/"}}
confluence: {{url: "{SITE}", space: OPS}}
"""


def page_of(title, body, more=""):
    return (
        f"---\nkind: concept\ntitle: {title}\nowner: Ops\nreviewed: 2026-11-01\nreview_every: P1Y\n{more}---\n{body}\n"
    )


FILES = {
    "runbookgen.yml": CONFIG,
    "confluence-pages.yml": "content/index.md: 1\ncontent/nodes/drain.md: 4\ncontent/nodes/index.md: 2\n"
    "content/nodes/restart.md: 3\n",
    "content/index.md": page_of("Ops", "Start at [Restart](nodes/restart.md)."),
    "content/nodes/index.md": page_of("Nodes", "All about nodes."),
    "content/nodes/drain.md": page_of("Drain a node", "Drain it.", "order: 1\ntags: [aws, k8s]\n"),
    "content/nodes/restart.md": page_of("Restart a node", "Drain it first.", "order: 2\n"),
    "content/nodes/old.md": page_of("Old", "Nobody needs this.", "order: 3\n"),
}


class Project:
    """A site, what was pasted of it, and the to-do page of what changed since."""

    def __init__(self, binary, folder, files):
        self.binary, self.folder = binary, folder / "project"
        self.site, self.pasted = folder / "site", folder / "manifest.json"
        harness.write_project(self.folder, files)
        harness.build(binary, self.folder, self.site, "--today", "2026-11-23")
        self.pasted.write_bytes((self.site / "confluence/manifest.json").read_bytes())

    def change(self, files, gone=()):
        harness.write_project(self.folder, files)
        for path in gone:
            (self.folder / path).unlink()
        return self.build()

    def build(self):
        return harness.build(
            self.binary, self.folder, self.site, "--today", "2026-11-23", "--pasted", str(self.pasted))

    def run(self, *arguments):
        return subprocess.run(
            [self.binary, *arguments, "--project", self.folder], capture_output=True, text=True, timeout=60)

    def mark(self, *pages):
        done = self.run("confluence", "mark", *pages, "--pasted", str(self.pasted))
        assert done.returncode == 0, done.stderr
        return self.pasted.read_bytes()

    def status(self):
        done = self.run("confluence", "status", "--against", str(self.pasted), "--format", "json")
        assert done.returncode == 0, done.stderr
        return [(each["kind"], each["source"]) for each in json.loads(done.stdout)["changes"]]


@pytest.fixture
def project(binary, tmp_path):
    return Project(binary, tmp_path, FILES)


CHANGES = {
    "content/nodes/index.md": page_of("Nodes", "All about nodes, and new."),
    "content/nodes/new.md": page_of("New", "Text.", "order: 4\n"),
    "content/nodes/deep/index.md": page_of("Deep", "Text."),
    "content/nodes/deep/one.md": page_of("One", "Text."),
    "content/nodes/drain.md": page_of("Drain nodes", "Drain it.", "order: 1\ntags: [aws, k8s]\n"),
    "content/nodes/restart.md": page_of("Restart a node", "Drain it first.", "order: 0\n"),
}


def sources(page):
    return page.eval_on_selector_all("section.export", "(all) => all.map((e) => e.dataset.source)")


def current(page):
    return page.evaluate("document.querySelector('[aria-current]')?.dataset.source")


def test_only_what_is_to_do_is_shown_parents_first(project, serve, open_page):
    wiki = project.change(CHANGES, ["content/nodes/old.md"])
    page = open_page(serve(wiki) + "confluence/index.html")
    page.get_by_role("link", name="To do: 7 pages").click()
    page.wait_for_url("**/to-do.html")
    assert sources(page) == [
        "content/nodes/index.md", "content/nodes/restart.md", "content/nodes/drain.md", "content/nodes/new.md",
        "content/nodes/deep/index.md", "content/nodes/deep/one.md", "content/nodes/old.md",
    ]
    text = {block.get_attribute("data-source"): block.inner_text() for block in page.locator("section.export").all()}
    assert "changed: content: cloud.html" in text["content/nodes/index.md"]
    assert 'moved: order: now the first' in text["content/nodes/restart.md"]
    assert 'renamed: title: was "Drain a node"' in text["content/nodes/drain.md"]
    assert re.search(r"^new$", text["content/nodes/new.md"], re.M)
    assert "removed: content/nodes/old.md is gone" in text["content/nodes/old.md"]
    assert "7 to do on this page, 0 done" in page.inner_text("[data-to-do]")
    assert "1 unchanged" in page.inner_text("[data-to-do]")
    # The ordinary Copy page has them all.
    page.goto(serve(wiki) + "confluence/index.html")
    assert len(sources(page)) == 7 and "content/index.md" in sources(page)


def test_without_script_and_without_changes(project, open_page):
    wiki = project.build()
    page = open_page(wiki.file_url + "confluence/to-do.html", javascript=False)
    assert "Every page is as it was pasted." in page.inner_text("main")
    page.goto(wiki.file_url + "confluence/index.html")
    assert page.get_by_role("link", name="Nothing to do").count() == 1
    project.pasted.unlink()
    wiki = project.build()
    page.goto(wiki.file_url + "confluence/to-do.html")
    assert len(sources(page)) == 5
    hrefs = [link.get_attribute("href") for link in page.locator("[data-go][href]").all()]
    assert SITE + "/spaces/OPS/pages/3" in hrefs and SITE + "/spaces/OPS/pages/edit-v2/3" in hrefs
    assert SITE + "/pages/createpage.action?spaceKey=OPS&title=Old&fromPageId=2" in hrefs


def save(page):
    with page.expect_download() as download:
        page.locator("[data-save]").click()
    assert download.value.suggested_filename == "manifest.json"
    return open(download.value.path(), "rb").read()


@pytest.mark.parametrize("how", ["http", "file"])
def test_the_saved_manifest_is_the_one_that_mark_writes(project, serve, open_page, how):
    wiki = project.change(CHANGES, ["content/nodes/old.md"])
    page = open_page((serve(wiki) if how == "http" else wiki.file_url) + "confluence/to-do.html")
    before = project.pasted.read_bytes()
    assert save(page) == before
    left = project.status()
    for done in [["content/nodes/new.md"], ["content/nodes/old.md", "content/nodes/restart.md"],
                 ["content/nodes/deep/one.md"], ["content/nodes/index.md", "content/nodes/deep/index.md"],
                 ["content/nodes/drain.md"]]:
        for source in done:
            page.locator(f"section.export[data-source='{source}'] [data-mark]").click()
        assert save(page) == project.mark(*done), done
        left = [each for each in left if each[1] not in done]
        assert project.status() == left, done
        assert f"{len(left)} to do on this page, {7 - len(left)} done" in page.inner_text("[data-to-do]")
    assert left == []
    assert project.pasted.read_bytes() == (project.site / "confluence/manifest.json").read_bytes()


def test_keys_copy_and_go_on(project, serve, open_page):
    wiki = project.change(CHANGES, ["content/nodes/old.md"])
    page = open_page(serve(wiki) + "confluence/to-do.html")
    assert current(page) == "content/nodes/index.md"
    # Only what was copied is marked by going on.
    page.keyboard.press("n")
    assert current(page) == "content/nodes/restart.md"
    page.keyboard.press("c")
    page.locator("[aria-current] .copy-status", has_text="Copied.").wait_for()
    page.keyboard.press("n")
    assert current(page) == "content/nodes/drain.md"
    assert "6 to do on this page, 1 done" in page.inner_text("[data-to-do]")
    page.keyboard.press("d")
    assert "5 to do on this page, 2 done" in page.inner_text("[data-to-do]")
    # Letters in a field are letters, and keys with others are the browser's.
    field = page.locator("section.export[data-source='content/nodes/new.md'] [data-address]")
    field.focus()
    page.keyboard.type("cnd")
    assert field.input_value() == "cnd"
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.locator("h1").click()
    page.keyboard.press("Control+c")
    assert "5 to do on this page, 2 done" in page.inner_text("[data-to-do]")
    page.reload()
    assert "5 to do on this page, 2 done" in page.inner_text("[data-to-do]")
    # What was done is to do again when the page changes.
    project.change({"content/nodes/restart.md": page_of("Restart a node", "Drain it after all.", "order: 0\n")})
    page.reload()
    assert "6 to do on this page, 1 done" in page.inner_text("[data-to-do]")


def test_titles_and_labels_have_buttons(project, serve, open_page):
    wiki = project.change(CHANGES)
    page = open_page(serve(wiki) + "confluence/to-do.html")
    block = page.locator("section.export[data-source='content/nodes/drain.md']")
    for name, text in [("Copy the title", "Drain nodes"), ("Copy the labels", "concept aws k8s")]:
        block.get_by_role("button", name=name).click()
        block.locator(".copy-status", has_text="Copied the").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == text


def test_an_address_is_kept_leads_there_and_is_offered(project, serve, open_page):
    # A parent that nobody has an address for yet.
    book = "content/index.md: 1\ncontent/nodes/drain.md: 4\n"
    wiki = project.change({**CHANGES, "confluence-pages.yml": book})
    page = open_page(serve(wiki) + "confluence/to-do.html")

    def block(name):
        return page.locator(f"section.export[data-source='content/nodes/{name}.md']")

    def enter(name, text):
        field = block(name).locator("[data-address]")
        field.fill(text)
        field.blur()
        return block(name).locator(".copy-status").text_content()

    def leads(name, button):
        link = block(name).locator(f"[data-go={button}]")
        return link.get_attribute("href") if link.count() and link.is_visible() else None

    lines = page.locator("[data-addresses]")
    assert not lines.is_visible()
    assert leads("new", "view") is None and leads("new", "create") is None
    assert leads("drain", "edit") == SITE + "/spaces/OPS/pages/edit-v2/4"
    for wrong in ["restart", "https://other.example/wiki/spaces/OPS/pages/9/X", "javascript:alert(1)", "12a",
                  SITE + "/spaces/OPS/overview"]:
        assert enter("index", wrong).startswith("Not kept"), wrong
        assert not lines.is_visible()
    given = SITE + "/spaces/OPS/pages/22/Nodes"
    assert enter("index", given + "#x") == "Kept in this browser."
    assert leads("index", "view") == given
    assert leads("index", "edit") == SITE + "/spaces/OPS/pages/edit-v2/22"
    # Now the pages below it can be created there.
    assert leads("new", "create") == SITE + "/pages/createpage.action?spaceKey=OPS&title=New&fromPageId=22"
    enter("new", "23")
    assert leads("new", "create") is None and leads("new", "edit") == SITE + "/spaces/OPS/pages/edit-v2/23"
    enter("drain", "5")
    page.reload()
    lines.wait_for()
    wanted = "content/nodes/drain.md: 5\n" + f"content/nodes/index.md: {given}\n" + "content/nodes/new.md: 23\n"
    assert lines.locator("pre").text_content() == wanted
    lines.get_by_role("button", name="Copy the lines").click()
    lines.locator("[role=status]", has_text="Copied").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == wanted
    with page.expect_download() as download:
        lines.get_by_role("button", name="Download the whole file").click()
    whole = open(download.value.path(), "r").read()
    assert whole == "content/index.md: 1\n" + wanted
    # Once it is committed there is nothing to offer.
    wiki = project.change({"confluence-pages.yml": whole})
    page.reload()
    page.wait_for_function("!Object.keys(localStorage).some((name) => name.includes(' address '))")
    assert not lines.is_visible()
    assert leads("index", "view") == given


def test_whatever_lies_in_the_store_of_addresses_does_no_harm(project, serve, open_page):
    wiki = project.change(CHANGES)
    page = open_page(serve(wiki) + "confluence/to-do.html")
    field = page.locator("[data-source='content/nodes/new.md'] [data-address]")
    field.fill("77")
    field.blur()
    for value in ["{", "null", "7", '{"address": 3}', '{"line": "a", "address": "javascript:alert(1)"}', "[]"]:
        page.evaluate("(v) => { localStorage[Object.keys(localStorage).find((k) => k.includes(' address '))] = v }", value)
        page.reload()
        assert field.input_value() == "", value
        assert not page.locator("[data-addresses]").is_visible()


class Paster:
    """Somebody who brings a page up to date in Confluence, and what that takes."""

    def __init__(self):
        self.actions = []

    def does(self, what, act=lambda: None):
        self.actions.append(what)
        return act()


EDITOR = "<!doctype html><title>{title}</title><div id='e' contenteditable>What was there.</div><button>Update</button>"


def test_a_changed_page_takes_five_actions_where_it_took_twelve(project, serve, open_page):
    body = page_of("Restart a node", "Drain it first.\n\n## New\n\nAnd *wait*.", "order: 2\n")
    wiki = project.change({"content/nodes/restart.md": body})
    page = open_page(serve(wiki) + "confluence/to-do.html")
    page.context.route(SITE + "/**", lambda route: route.fulfill(
        body=EDITOR.format(title=route.request.url), content_type="text/html"))
    page.watch.allow(SITE)

    def replaced(editor):
        editor.locator("#e").focus()
        editor.keyboard.press("Control+a")
        editor.keyboard.press("Control+v")
        editor.locator("#e", has_text="And wait.").wait_for()
        assert "And wait." in editor.inner_text("#e") and "What was there" not in editor.inner_text("#e")

    now = Paster()
    assert current(page) == "content/nodes/restart.md"
    now.does("Copy", lambda: page.keyboard.press("c"))
    page.locator("[aria-current] .copy-status", has_text="Copied.").wait_for()
    with page.context.expect_page() as opened:
        now.does("Edit in Confluence", lambda: page.locator("[aria-current] [data-go=edit]").click())
    editor = opened.value
    editor.wait_for_load_state()
    assert editor.url == SITE + "/spaces/OPS/pages/edit-v2/3"
    now.does("Ctrl+A, Ctrl+V", lambda: replaced(editor))
    now.does("Update", lambda: editor.get_by_role("button", name="Update").click())
    editor.close()
    now.does("n", lambda: page.keyboard.press("n"))
    assert "0 to do on this page, 1 done" in page.inner_text("[data-to-do]")

    # The Copy page alone, without an address: what is not on our page is Confluence's own.
    page.evaluate("localStorage.clear()")
    page.goto(serve(wiki) + "confluence/index.html")
    block = page.locator("section.export[data-source='content/nodes/restart.md']")
    before = Paster()
    before.does("find it among all pages", lambda: block.scroll_into_view_if_needed())
    before.does("Copy", lambda: block.locator("[data-copy=cloud]").click())
    block.locator(".copy-status", has_text="Copied.").wait_for()
    before.does("go to the other tab")
    before.does("search the page by its title")
    before.does("open it")
    before.does("Edit")
    before.does("Ctrl+A, Delete")
    before.does("Ctrl+V")
    before.does("compare title, labels and attachments")
    before.does("Update")
    before.does("go back")
    before.does("Mark as pasted", lambda: block.locator("[data-mark]").click())
    assert block.locator(".pasted").get_attribute("data-pasted") == "same"

    assert (len(before.actions), len(now.actions)) == (12, 5)


def test_many_pages_go_on_in_parts(binary, tmp_path, serve, open_page):
    files = {"runbookgen.yml": CONFIG, "content/index.md": page_of("Home", "Text.")}
    files |= {f"content/p{number:02}.md": page_of(f"Page {number:02}", "Text.") for number in range(40)}
    project = Project(binary, tmp_path, files)
    project.pasted.unlink()
    wiki = project.build()
    page = open_page(serve(wiki) + "confluence/to-do.html")
    assert len(sources(page)) == 30
    for _ in range(30):
        page.keyboard.press("d")
    page.wait_for_url("**/to-do-2.html")
    assert len(sources(page)) == 11
    page.keyboard.press("d")
    # Both parts are in what is saved.
    assert len(json.loads(save(page))["pages"]) == 31
