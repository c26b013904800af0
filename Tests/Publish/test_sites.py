"""Whole sites: this repository's, one of a hundred pages, and what Atlassian's description says of a run."""

from __future__ import annotations

import html
import json
import re
import shutil

import pytest

import contract
from conftest import ROOT, Site


def cycle(site: Site, count: int):
    """Publishes; again, with nothing to write; with one page renamed; with one removed."""
    text = site.publish()
    assert f"published {count} pages, 0 unchanged" in text
    writes = len(site.writes())
    assert f"published 0 pages, {count} unchanged" in site.publish()
    assert len(site.writes()) == writes
    for page in site.confluence.published():
        assert page.properties["runbookgen"]["value"]["written"] == page.version.number == 2
        assert "runbookgen" not in page.title


@pytest.mark.timeout(600)
def test_our_own_site(server, tmp_path):
    site = Site(tmp_path / "project", server)
    shutil.rmtree(site.folder / "content")
    shutil.copytree(ROOT / "content", site.folder / "content")
    own = (ROOT / "runbookgen.yml").read_text()
    assert not re.search("^confluence:", own, re.MULTILINE)
    (site.folder / "runbookgen.yml").write_text(own + "\n" + (site.folder / "runbookgen.yml").read_text().split("\n", 1)[1])
    for folder in ("templates", "programs"):
        if (ROOT / folder).is_dir():
            shutil.copytree(ROOT / folder, site.folder / folder)
    cycle(site, len(list((site.folder / "content").rglob("*.md"))))
    for page in site.confluence.published():
        for title in linked(page.body):
            assert site.confluence.by_title(title), f"{page.title} links to {title}"


def linked(body: str) -> list[str]:
    return [html.unescape(title) for title in re.findall(r'ri:content-title="([^"]*)"', body)]


@pytest.mark.timeout(600)
def test_a_hundred_pages(cloud, tmp_path):
    site = Site(tmp_path / "project", cloud)
    site.page("index.md", "All of them")
    for folder in range(9):
        site.page(f"f{folder}/index.md", f"Folder {folder}")
        for number in range(10):
            site.page(f"f{folder}/p{number}.md", f"Page {folder}{number}", f"To [next](p{(number + 1) % 10}.md).")
    cycle(site, 100)
    page = site.confluence.by_title("Page 31")
    site.page("f3/p1.md", "Page with another name")
    site.remove("f5/p5.md")
    site.page("f5/p4.md", "Page 54")
    writes = len(site.writes())
    text = site.publish()
    assert page.title == "Page with another name" and 'removed  "Page 55"' in text
    # The two of them, and the one that links to the one by its title.
    assert "published 3 pages, 96 unchanged" in text, text
    assert len(site.writes()) - writes <= 7


def atlassians_description(cloud_site):
    site = cloud_site
    site.publish()
    site.confluence.by_title("Drain a node").comments = [True]
    site.page("node/drain.md", "Drain it", "![Plan](plan.png)", "one, two")
    site.publish(status=1)
    site.publish("--overwrite")
    site.confluence.edit(site.confluence.by_title("Drain it"))
    site.publish(status=1)
    site.remove("node/drain.md")
    site.publish("--orphans", "archive")
    description = contract.Description(json.loads(contract.place().read_text()))
    count = 0
    for exchange in site.confluence.log:
        path = exchange.request.path.removeprefix("/wiki/api/v2")
        if path != exchange.request.path:
            description.hold(exchange, path)
            count += 1
    assert count > 35


# Where there is no copy there is no test: the header of the report says so.
if contract.place():
    test_atlassians_description = atlassians_description
