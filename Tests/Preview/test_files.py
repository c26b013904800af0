"""A preview follows files in every way that editors and tools write them."""

from __future__ import annotations

import os

import pytest

from conftest import PAGE, SITE, WEB, shows


def by_rename(path, text):
    path.with_suffix(".tmp").write_text(text)
    os.replace(path.with_suffix(".tmp"), path)


def by_backup(path, text):
    """As vim does it."""
    (path.parent / "4913").write_text("")
    (path.parent / "4913").unlink()
    os.rename(path, f"{path}~")
    path.write_text(text)
    os.unlink(f"{path}~")


def by_removal(path, text):
    path.unlink()
    path.write_text(text)


def by_link(path, text):
    path.with_suffix(".tmp").write_text(text)
    path.unlink()
    os.link(path.with_suffix(".tmp"), path)
    path.with_suffix(".tmp").unlink()


def in_parts(path, text):
    with open(path, "w") as file:
        for start in range(0, len(text), 100):
            file.write(text[start : start + 100])
            file.flush()


@pytest.mark.parametrize("write", [by_rename, by_backup, by_removal, by_link, in_parts])
def test_editors_write_in_many_ways(preview, open_page, write):
    site = preview(SITE)
    page = open_page(site.url + "web.html")
    for number in range(5):
        text = PAGE.replace("When a pod hangs.", f"When pod number {number} hangs.")
        write(site.project / WEB, text)
        shows(page, f"pod number {number} hangs")
        assert page.url == site.url + "web.html"


def test_a_page_follows_its_folder(preview, open_page):
    site = preview(SITE | {"content/old/deep/web.md": PAGE.replace("Restart the web pods", "Restart deep pods")})
    page = open_page(site.url + "old/deep/web.html")
    os.rename(site.project / "content/old", site.project / "content/new")
    page.wait_for_url("**/new/deep/web.html")
    shows(page, "Restart deep pods")
    # What lies there now is watched as well.
    site.replace("content/new/deep/web.md", "When a pod hangs.", "When deep pods hang.")
    shows(page, "When deep pods hang.")
    # The old name is free.
    site.write("content/old/deep/web.md", PAGE.replace("Restart the web pods", "Another page"))
    site.until(lambda: b"Another page" in site.ask("/old/deep/web.html")[2])


def test_many_files_change_at_once(preview, open_page):
    pages = {f"content/many/page-{number}.md": f"# Page {number}\n\nAs it was.\n" for number in range(500)}
    site = preview(SITE | pages)
    page = open_page(site.url + "many/page-250.html")
    for name in pages:
        site.replace(name, "As it was.", "As it is now.")
    shows(page, "As it is now.")
    site.until(lambda: all("As it is now." in site.text(f"/many/page-{number}.html") for number in range(0, 500, 7)))
    # As a change of branch does it: half of them go, others come.
    for number in range(250):
        (site.project / f"content/many/page-{number}.md").unlink()
        site.write(f"content/more/page-{number}.md", f"# More {number}\n\nOf another branch.\n")
    site.until(lambda: site.ask("/many/page-249.html")[0] != 200 and site.ask("/more/page-249.html")[0] == 200)
    site.until(lambda: all(site.ask(f"/many/page-{number}.html")[0] == 404 for number in range(0, 250, 9)))


def test_a_page_that_is_removed_comes_back(preview, open_page):
    site = preview(SITE)
    page = open_page(site.url + "web.html")
    text = site.read(WEB)
    (site.project / WEB).unlink()
    shows(page, "There is no page here")
    site.write(WEB, text)
    shows(page, "When a pod hangs.")


def test_an_address_before_its_page(preview, open_page):
    site = preview(SITE)
    page = open_page(site.url + "team/new.html")
    shows(page, "There is no page here")
    site.write("content/team/new.md", "# A new page\n\nJust begun.\n")
    shows(page, "Just begun.")
