"""What an author sees while a page is written."""

from __future__ import annotations

import os
import re
import shutil

import harness
from conftest import HOME, PAGE, SITE, WEB, has_finding, shows


def test_an_edit_is_shown_and_nothing_is_lost(preview, open_page):
    site = preview(SITE)
    page = open_page(site.url + "web.html")
    page.get_by_label("pod").first.fill("web-7")
    page.click("summary:has-text('Why they hang')")
    page.evaluate("document.querySelector('#note-30').scrollIntoView({block: 'center'})")
    harness.settle(page)
    top = page.evaluate("document.querySelector('#note-30').getBoundingClientRect().top")
    # Above what is seen, so that all of it moves.
    site.replace(WEB, "When a pod hangs.", "When a pod hangs, or does not start.\n\nOr both.\n\nOr neither.")
    shows(page, "or does not start")
    page.wait_for_selector("runbookgen-finding .bar", state="attached")
    harness.eventually(
        page, lambda: abs(page.evaluate("document.querySelector('#note-30').getBoundingClientRect().top") - top) < 3, True)
    assert page.evaluate("[...document.querySelectorAll('details')].some((fold) => fold.open && fold.textContent.includes('A full volume'))")
    assert "web-7" in page.inner_text("article, main")
    # The commands show the value as well.
    assert "kubectl get pods web-7" in page.inner_text("main")


def test_only_pages_that_change_are_loaded_anew(preview, open_page):
    site = preview(SITE)
    page = open_page(site.url + "index.html")
    page.evaluate("window.isOld = true")
    site.replace(WEB, "A full volume.", "A volume that is full.")
    other = open_page(site.url + "web.html")
    shows(other, "Restart")
    site.replace("content/index.md", "See", "## Where to look\n\nRead")
    shows(page, "Read")
    assert page.evaluate("window.isOld") is None
    page.evaluate("window.isOld = true")
    site.replace(WEB, "When a pod hangs.", "When pods hang.")
    shows(other, "When pods hang.")
    harness.settle(page)
    assert page.evaluate("window.isOld") is True


def test_a_page_with_errors_is_shown_with_its_findings_at_their_places(preview, open_page):
    site = preview(SITE)
    page = open_page(site.url + "web.html")
    site.replace(WEB, "kubectl delete pod <pod>", "kubectl delete pod <pod> --gracee-period=5")
    harness.eventually(page, lambda: has_finding(page, "command-unknown-option"), True)
    # It stands after the block that it speaks of, before the next heading.
    after = page.evaluate("""() => {
      const found = [...document.querySelectorAll('runbookgen-finding')]
        .find((host) => host.shadowRoot.textContent.includes('command-unknown-option'));
      let before = found.previousElementSibling;
      return before.textContent;
    }""")
    assert "--gracee-period=5" in after
    assert "1 error" in page.inner_text("runbookgen-finding .bar")
    # Another page can be looked at all the same.
    page.goto(site.url + "index.html")
    shows(page, "See the runbook")
    assert "1 error" in page.inner_text("runbookgen-finding .bar")
    page.click("runbookgen-finding .bar >> text=All findings")
    shows(page, "command-unknown-option")
    page.click(f"text={WEB}")
    shows(page, "Restart it")


def test_a_fix_is_written_and_taken_back(preview, open_page):
    site = preview(SITE)
    site.replace(WEB, "kubectl get pods <pod>", "kubectl get pods <pod> --namespce web")
    broken = site.read(WEB)
    page = open_page(site.url + "web.html")
    harness.eventually(page, lambda: has_finding(page, "command-unknown-option"), True)
    assert "--namespace web" in page.inner_text("runbookgen-finding pre")
    page.click("runbookgen-finding .finding button")
    harness.eventually(page, lambda: site.read(WEB) == broken.replace("--namespce", "--namespace"), True)
    harness.eventually(page, lambda: has_finding(page, "command-unknown-option"), False)
    shows(page, "--namespace web")
    page.click("runbookgen-finding .bar button:has-text('Undo')")
    harness.eventually(page, lambda: site.read(WEB), broken)
    harness.eventually(page, lambda: has_finding(page, "command-unknown-option"), True)
    harness.eventually(page, lambda: page.locator("runbookgen-finding .bar button").count(), 0)


def test_a_fix_for_an_older_text_is_refused(preview):
    site = preview(SITE)
    site.replace(WEB, "kubectl get pods <pod>", "kubectl get pods <pod> --namespce web")
    site.until(lambda: "command-unknown-option" in site.found("/web.html"))
    report = site.findings("/web.html")
    found = report["report"]["diagnostics"]
    index = next(number for number, one in enumerate(found) if one["id"] == "command-unknown-option")
    body = {"files": [WEB], "file": WEB, "text": report["text"], "finding": index, "fix": 0}
    site.replace(WEB, "When a pod hangs.", "When pods hang.")
    changed = site.read(WEB)
    status, _, answer = site.post("fix", body)
    assert status == 409 and b"changed" in answer
    assert site.read(WEB) == changed


def test_a_file_that_was_edited_after_a_fix_keeps_its_text(preview):
    site = preview(SITE)
    site.replace(WEB, "kubectl get pods <pod>", "kubectl get pods <pod> --namespce web")
    site.until(lambda: "command-unknown-option" in site.found("/web.html"))
    report = site.findings("/web.html")
    found = report["report"]["diagnostics"]
    index = next(number for number, one in enumerate(found) if one["id"] == "command-unknown-option")
    assert site.post("fix", {"files": [WEB], "file": WEB, "text": report["text"], "finding": index, "fix": 0})[0] == 200
    site.replace(WEB, "When a pod hangs.", "When pods hang.")
    edited = site.read(WEB)
    status, _, answer = site.post("undo", {})
    assert status == 409 and b"changed" in answer
    assert site.read(WEB) == edited
    assert site.post("undo", {})[0] == 409


def test_a_broken_configuration_leaves_the_pages_on_the_screen(preview, open_page):
    site = preview(SITE | {"runbookgen.yml": "site: {title: Ops}\n"})
    page = open_page(site.url + "web.html")
    site.write("runbookgen.yml", "site: {title: Ops\n  - nonsense: [\n")
    harness.eventually(page, lambda: has_finding(page, "config-syntax"), True)
    shows(page, "When a pod hangs.")
    assert site.ask("/index.html")[0] == 200
    site.write("runbookgen.yml", "site: {title: Operations}\n")
    harness.eventually(page, lambda: has_finding(page, "config-syntax"), False)
    harness.eventually(page, lambda: "Operations" in page.title(), True)


def test_a_configuration_that_is_broken_from_the_start(preview, open_page):
    site = preview(SITE | {"runbookgen.yml": "site: {title: [\n"})
    assert site.ask("/")[0] == 503
    page = open_page(site.url)
    shows(page, "nothing to show yet")
    harness.eventually(page, lambda: has_finding(page, "config-syntax"), True)
    site.write("runbookgen.yml", "site: {title: Ops}\n")
    shows(page, "See the runbook")


def test_a_broken_template_leaves_the_last_good_one(preview, open_page):
    footer = "<footer class=\"own\">Made by us</footer>\n"
    site = preview(SITE | {"templates/footer.mustache": footer})
    page = open_page(site.url + "web.html")
    assert page.inner_text("footer.own") == "Made by us"
    site.write("templates/footer.mustache", footer + "{{#open}}\n")
    harness.eventually(page, lambda: page.locator("runbookgen-finding .finding.error").count() > 0, True)
    assert page.inner_text("footer.own") == "Made by us"
    site.write("templates/footer.mustache", footer.replace("us", "all of us"))
    harness.eventually(page, lambda: page.inner_text("footer.own"), "Made by all of us")


def test_pictures_and_styles_are_followed(preview, open_page):
    picture = "<svg xmlns='http://www.w3.org/2000/svg' width='{}' height='20'><rect width='9' height='9'/></svg>"
    site = preview({
        "runbookgen.yml": "site: {stylesheet: own.css}\n", "own.css": "main { outline: 1px solid rgb(1, 2, 3); }\n",
        "content/index.md": "# Home\n\n![A picture](a.svg)\n", "content/a.svg": picture.format(30)})
    page = open_page(site.url)
    width = "document.querySelector('main img').naturalWidth"
    harness.eventually(page, lambda: page.evaluate(width), 30)

    def read(script):
        try:
            return page.evaluate(script)
        except Exception:
            return None

    site.write("content/a.svg", picture.format(70))
    harness.eventually(page, lambda: read(width), 70)
    site.write("own.css", "main { outline: 1px solid rgb(4, 5, 6); }\n")
    harness.eventually(page, lambda: read("getComputedStyle(document.querySelector('main')).outlineColor"), "rgb(4, 5, 6)")


def test_drafts_are_shown(preview):
    site = preview(SITE | {"content/draft.md": PAGE.replace("kind: runbook", "kind: runbook\nlifecycle: draft")})
    assert "When a pod hangs." in site.text("/draft.html")


def test_the_copy_page_and_the_search_work(preview, open_page):
    site = preview(SITE)
    copy = re.search(r'href="(confluence/[^"]+)"', site.text("/web.html"))
    assert copy and site.ask("/" + copy[1])[0] == 200
    assert "Restart the web pods" in site.text("/confluence/index.html")
    page = open_page(site.url + "index.html")
    page.keyboard.press("/")
    page.keyboard.type("zucchini")
    harness.settle(page)
    site.replace(WEB, "A full volume.", "A zucchini in the volume.")
    site.until(lambda: "zucchini" in site.text("/web.html"))
    page.reload()
    page.wait_for_selector("runbookgen-finding .bar", state="attached")
    page.keyboard.press("/")
    page.keyboard.type("zucchini")
    page.wait_for_selector("dialog >> text=Restart the web pods")


def test_a_hidden_page_catches_up(preview, browser, open_page):
    """A page lets go of its connection while nobody sees it, of which a browser has six for a server."""
    site = preview(SITE)
    pages = [open_page(site.url + "web.html") for _ in range(8)]
    site.replace(WEB, "When a pod hangs.", "When all pods hang.")
    for page in pages:
        shows(page, "When all pods hang.")


def test_the_end_of_the_server_is_said(preview, open_page):
    site = preview(SITE)
    page = open_page(site.url + "web.html")
    site.process.terminate()
    harness.eventually(page, lambda: "The preview has ended" in page.inner_text("runbookgen-finding .bar"), True)
    assert "When a pod hangs." in page.inner_text("main")


def test_the_log_says_what_changed(preview):
    site = preview(SITE)
    site.replace(WEB, "kubectl get pods <pod>", "kubectl get pods <pod> --namespce web")
    site.until(lambda: re.search(r"\d\d:\d\d:\d\d  content/web\.md  \d+ ms  1 error, 0 warnings\n", site.log))


def test_a_content_folder_that_goes_and_comes_back(preview):
    site = preview(SITE)
    os.rename(site.project / "content", site.project / "elsewhere")
    site.until(lambda: "content" in site.findings("/web.html")["problem"] if site.findings("/web.html")["problem"] else False)
    os.rename(site.project / "elsewhere", site.project / "content")
    site.until(lambda: not site.findings("/web.html")["problem"])
    site.replace(WEB, "When a pod hangs.", "When pods hang.")
    site.until(lambda: "When pods hang." in site.text("/web.html"))
    shutil.rmtree(site.project / "content")
    harness.write_project(site.project, SITE)
    site.until(lambda: "When a pod hangs." in site.text("/web.html"))


def test_findings_of_an_included_text_stand_where_it_lands(preview, open_page):
    site = preview(SITE | {"content/shared.md": HOME.replace("Home", "Shared") + "\n## Look\n\nLook at all of them.\n\n```bash\nkubectl get pods --all-namespaces\n```\n"})
    site.replace(WEB, "### Step 2", "[Look at all](shared.md#look \"include\")\n\n### Step 2")
    page = open_page(site.url + "web.html")
    shows(page, "Look at all of them.")
    site.replace("content/shared.md", "--all-namespaces", "--all-namespace")
    harness.eventually(page, lambda: has_finding(page, "command-unknown-option"), True)
    assert "--all-namespace" in page.evaluate("""() => [...document.querySelectorAll('runbookgen-finding')]
        .find((host) => host.shadowRoot.textContent.includes('command-unknown-option')).previousElementSibling.textContent""")
    page.click("runbookgen-finding .finding button")
    harness.eventually(page, lambda: "--all-namespaces\n" in site.read("content/shared.md"), True)
    harness.eventually(page, lambda: has_finding(page, "command-unknown-option"), False)
