"""What a run does, in both products."""

from __future__ import annotations

import json

import pytest

import fake
from conftest import Site


def test_everything_is_published(site):
    plan = site.plan()
    assert "4 pages to look at" in plan and "4 added; 0 unchanged" in plan
    assert 'added    "Restart a node" below "Nodes"\n         content/node/restart.md' in plan
    assert "published 4 pages, 0 unchanged" in site.publish()
    confluence = site.confluence
    tree = confluence.tree()
    assert tree["Runbooks"] == ["Home of runbooks"] and tree["Home of runbooks"] == ["Nodes"]
    assert tree["Nodes"] == ["Drain a node", "Restart a node"]
    page = confluence.by_title("Restart a node")
    assert page.labels == ["concept", "node", "restart"]
    assert page.attachments["node_plan.png"]["bytes"] == (site.folder / "content/node/plan.png").read_bytes()
    assert '<ri:attachment ri:filename="node_plan.png"' in page.body
    assert "content/node/restart.md" in page.body, "the line that says where a page comes from"
    stored = page.properties["runbookgen"]["value"]
    assert stored["source"] == "content/node/restart.md" and stored["written"] == page.version.number
    book = (site.folder / "confluence-pages.yml").read_text()
    assert f"content/node/restart.md: {page.id}\n" in book and book.count("\n") == 4


def test_a_second_run_writes_nothing(site):
    site.publish()
    before = len(site.confluence.log)
    assert "published 0 pages, 4 unchanged" in site.publish()
    assert [x.request.method for x in site.confluence.log[before:]] == ["GET", "GET"]
    # Without the address book either.
    site.forget()
    writes = len(site.writes())
    site.publish()
    assert len(site.writes()) == writes
    assert (site.folder / "confluence-pages.yml").exists()


def test_only_what_changed_is_written(site):
    site.publish()
    writes = len(site.writes())
    site.page("node/drain.md", "Drain a node", "Other text.", "node")
    assert "content: storage.xml" in site.plan()
    site.publish()
    page = site.confluence.by_title("Drain a node")
    assert all(page.id in line for line in site.writes()[writes:])
    assert "Other text." in page.body and page.version.number == 3


def test_labels_of_others_stay(site):
    site.publish()
    page = site.confluence.by_title("Restart a node")
    page.labels.append("ours-alone")
    site.page("node/restart.md", "Restart a node", "![Plan](plan.png)\n\nBack [home](../index.md).", "node, new")
    assert 'labels: added "new", removed "restart"' in site.plan()
    site.publish()
    assert sorted(page.labels) == ["concept", "new", "node", "ours-alone"]
    # And back again.
    site.page("node/restart.md", "Restart a node", "![Plan](plan.png)\n\nBack [home](../index.md).", "node, restart")
    site.publish()
    assert sorted(page.labels) == ["concept", "node", "ours-alone", "restart"]


def test_only_changed_files_are_uploaded(site):
    site.publish()
    picture = site.folder / "content/node/plan.png"
    picture.write_bytes(picture.read_bytes() + b"\0")
    assert "attachments: changed node_plan.png" in site.plan()
    site.publish()
    page = site.confluence.by_title("Restart a node")
    assert page.attachments["node_plan.png"]["version"] == 2
    site.page("node/restart.md", "Restart a node", "![Plan](plan.png)\n\nOther text.", "node, restart")
    site.publish()
    assert page.attachments["node_plan.png"]["version"] == 2


def test_a_rename_keeps_the_page(site):
    site.publish()
    page = site.confluence.by_title("Restart a node")
    site.page("node/restart.md", "Start a node again", "![Plan](plan.png)", "node, restart")
    assert 'title: was "Restart a node"' in site.plan()
    site.publish()
    assert page.title == "Start a node again" and page.version.number == 3
    assert 'ri:content-title="Start a node again"' in site.confluence.by_title("Drain a node").body
    assert "4 unchanged" in site.publish()


def test_pages_exchange_their_titles(site):
    site.publish()
    drain, restart = (site.confluence.by_title(title) for title in ("Drain a node", "Restart a node"))
    site.page("node/restart.md", "Drain a node", "One.", "node")
    site.page("node/drain.md", "Restart a node", "Two.", "node")
    site.publish()
    assert drain.title == "Restart a node" and restart.title == "Drain a node"
    assert "Two." in drain.body and "One." in restart.body
    assert "4 unchanged" in site.publish()


def test_a_page_is_not_renamed_to_a_title_that_another_keeps(site):
    """One that people made, and one of the site that is left alone."""
    site.publish()
    confluence = site.confluence
    other = confluence.seed("Taken", confluence.root.id)
    drain, restart = (confluence.by_title(title) for title in ("Drain a node", "Restart a node"))
    site.page("node/drain.md", "taken", "Two.", "node")
    text = site.publish(status=1)
    assert 'refused  "taken"' in text and other.id in text
    assert drain.title == "Drain a node" and other.version.number == 1
    confluence.edit(restart)
    site.page("node/drain.md", "Restart a node", "Two.", "node")
    site.page("node/restart.md", "Restart a node once more", "One.", "node")
    site.page("node/new.md", "New", "See [other](drain.md).", "node")
    text = site.publish(status=1)
    assert 'refused  "Restart a node"' in text and 'skipped  "Restart a node once more"' in text
    assert drain.title == "Drain a node" and confluence.by_title("New")
    site.publish("--overwrite")
    assert drain.title == "Restart a node" and restart.title == "Restart a node once more"
    assert "5 unchanged" in site.publish()


def test_a_title_goes_to_a_new_page(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.page("node/drain.md", "Drain a node slowly", "Two.", "node")
    site.page("node/fast.md", "Drain a node", "One.", "node")
    site.publish()
    assert page.title == "Drain a node slowly" and "One." in site.confluence.by_title("Drain a node").body


def test_a_page_moves(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.page("other/index.md", "Others", "About others.", "node")
    site.page("other/drain.md", "Drain a node", "Then [restart](../node/restart.md).", "node")
    site.remove("node/drain.md")
    plan = site.plan()
    assert 'now below "Others", was below "Nodes"' in plan and "source: was content/node/drain.md" in plan
    site.publish()
    assert site.confluence.pages[page.parent].title == "Others"
    book = (site.folder / "confluence-pages.yml").read_text()
    assert f"content/other/drain.md: {page.id}\n" in book and "content/node/drain.md" not in book


def test_another_name_and_another_title(site):
    """The content is what is left of a page."""
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.forget()
    site.page("node/empty.md", "Empty a node", "Then [restart](restart.md).", "node")
    site.remove("node/drain.md")
    site.publish()
    assert page.title == "Empty a node"


def test_a_removed_page_is_named(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.remove("node/drain.md")
    writes = len(site.writes())
    text = site.publish()
    assert 'removed  "Drain a node"\n         content/node/drain.md\n         page: stays: http' in text
    assert page.status == "current" and len(site.writes()) == writes


def test_a_removed_page_is_archived(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.remove("node/drain.md")
    if site.confluence.product != "cloud":
        assert "Data Center has no interface for it" in site.publish("--orphans", "archive", status=74)
        return
    site.publish("--orphans", "archive")
    assert page.status == "archived"
    assert "drain" not in (site.folder / "confluence-pages.yml").read_text()
    assert "3 unchanged" in site.publish("--orphans", "archive")


def test_a_page_with_others_below_it_is_not_archived(cloud_site):
    site = cloud_site
    site.publish()
    node = site.confluence.by_title("Nodes")
    site.confluence.seed("By hand", node.id)
    for name in ("index.md", "restart.md", "drain.md"):
        site.remove("node/" + name)
    site.page("index.md", "Home of runbooks", "Nothing.", "start")
    text = site.publish("--orphans", "archive")
    assert "stays, as there are pages below it" in text
    assert node.status == "current" and site.confluence.by_title("Drain a node") is None


def test_what_people_changed_is_left_alone(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.confluence.edit(page)
    site.page("node/drain.md", "Drain a node", "New text.", "node")
    site.page("node/restart.md", "Restart a node", "New text.", "node")
    text = site.publish(status=1)
    assert "edited: changed in Confluence by Jane Doe on 2026-11-28" in text
    assert f"{page.id}" in text.split("edited:")[1].splitlines()[1], "the link"
    assert "By hand." in page.body
    assert "New text." in site.confluence.by_title("Restart a node").body, "the others are published"
    assert "1 skipped" in site.publish("--skip-edited")
    assert "1 skipped" in site.plan(status=1)
    site.publish("--overwrite")
    assert "By hand." not in page.body and "New text." in page.body
    assert "4 unchanged" in site.publish()


def test_an_edited_page_is_a_change_though_nothing_else_is(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.confluence.edit(page)
    assert "1 skipped" in site.publish(status=1)
    site.publish("--overwrite")
    assert "By hand." not in page.body


def test_open_comments_keep_a_page(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    page.comments = [True, False]
    assert "4 unchanged" in site.publish(), "nothing would be written"
    site.page("node/drain.md", "Drain a node", "New text.", "node")
    assert "comments: 1 open inline comment would lose their place" in site.publish(status=1)
    assert page.version.number == 2
    page.comments = [False]
    site.publish()
    assert "New text." in page.body


def test_a_title_elsewhere_is_never_taken_over(site):
    other = site.confluence.seed("DRAIN a node", site.confluence.home.id)
    text = site.publish(status=1)
    assert 'refused  "Drain a node"' in text and other.id in text and "confluence: {title: …}" in text
    assert other.version.number == 1 and site.confluence.by_title("Restart a node")


@pytest.mark.parametrize("parent", ["Others", None])
def test_two_sites_in_one_space(site, tmp_path, parent):
    """Below different pages with files of the same names, and one at the top with files of other names;
    the second site has a title of the first."""
    site.publish()
    confluence = site.confluence
    confluence.seed("Others", confluence.home.id)
    before = {page.id: confluence.state(page) for page in confluence.published()}
    other = Site(tmp_path / "other", site.server)
    config = (other.folder / "runbookgen.yml").read_text()
    line = f"  parent: {parent}\n" if parent else ""
    (other.folder / "runbookgen.yml").write_text(config.replace("  parent: Runbooks\n", line))
    other.page("index.md", "Another start")
    name = "node/index.md" if parent else "nodes/index.md"
    other.page(name, "Nodes")
    text = other.publish("--overwrite", status=1)
    assert 'refused  "Nodes"' in text and "not this page" in text
    other.page(name, "Other nodes")
    other.publish("--overwrite")
    assert "2 unchanged" in other.publish("--overwrite")
    assert {number: confluence.state(confluence.pages[number]) for number in before} == before
    assert "4 unchanged" in site.publish()


def test_a_missing_parent(site):
    site.confluence.root.title = "Another"
    text = site.publish(status=1)
    assert 'the space OPS has no page "Runbooks" to put it below' in text
    assert not site.writes()


def test_a_page_made_by_hand_is_taken_over_when_that_is_wanted(site):
    nodes = site.confluence.seed("Nodes", site.confluence.root.id)
    text = site.publish(status=1)
    assert "not published from here; last changed by Jane Doe" in text
    assert "Written by hand." in nodes.body
    site.publish("--overwrite")
    assert "About nodes." in nodes.body and "4 unchanged" in site.publish()


def test_the_address_book_names_a_page(site):
    """Whatever it is called and wherever it is."""
    page = site.confluence.seed("Emptying", site.confluence.home.id, "")
    (site.folder / "confluence-pages.yml").write_text(f"content/node/drain.md: {page.id}\n")
    site.publish()
    assert page.title == "Drain a node" and site.confluence.pages[page.parent].title == "Nodes"


def test_pages_are_put_into_order(cloud_site):
    site = cloud_site
    for number in range(6):
        site.page(f"node/p{number}.md", f"Page {number}")
    site.publish()
    confluence = site.confluence
    names = [title for title in confluence.tree()["Nodes"] if title.startswith("Page")]
    assert names == [f"Page {number}" for number in range(6)]
    confluence.move(confluence.by_title("Page 5"), "before", confluence.by_title("Page 0"))
    confluence.seed("By hand", confluence.by_title("Nodes").id)
    writes = len(site.writes())
    assert 'order: now after "Page 4"' in site.plan()
    site.publish()
    assert [line.split("/")[-2] for line in site.writes()[writes:]] == ["after"], "one move is enough"
    names = [title for title in confluence.tree()["Nodes"] if title.startswith("Page")]
    assert names == [f"Page {number}" for number in range(6)]
    assert "10 unchanged" in site.publish()


def test_a_plan_is_done_exactly(site):
    site.plan("--output", "plan.json")
    plan = json.loads((site.folder / "plan.json").read_text())
    assert plan["summary"]["added"] == 4 and [a["kind"] for a in plan["actions"]] == ["added"] * 4
    site.page("node/drain.md", "Drain a node", "Changed since.", "node")
    assert "has changed since the plan was made" in site.publish("--plan", "plan.json", status=1)
    assert not site.writes()
    site.plan("--output", "plan.json")
    site.publish("--plan", "plan.json")
    site.page("node/drain.md", "Drain a node", "Changed again.", "node")
    site.plan("--output", "plan.json", "--overwrite")
    site.confluence.edit(site.confluence.by_title("Drain a node"))
    site.publish("--plan", "plan.json", status=1)
    site.plan("--output", "plan.json", "--overwrite")
    assert site.run("publish", "--plan", "plan.json", "--overwrite").returncode == 64
    site.publish("--plan", "plan.json")
    assert "Changed again." in site.confluence.by_title("Drain a node").body


def test_errors_stop_publishing(site):
    site.page("node/drain.md", "Drain a node", "[Nowhere](nowhere.md)", "node")
    assert "nothing was published, because there are errors" in site.publish(status=1)
    assert not site.confluence.log


def test_somebody_saves_a_page_in_the_meantime(site):
    site.publish()
    page = site.confluence.by_title("Drain a node")
    site.page("node/drain.md", "Drain a node", "New text.", "node")
    site.page("node/restart.md", "Restart a node", "New text.", "node")

    def edit(request: fake.Request):
        if request.method == "PUT" and request.path.endswith("/" + page.id):
            site.confluence.faults.clear()
            site.confluence.edit(page)

    site.confluence.faults.append(edit)
    assert "somebody has saved the page in the meantime" in site.publish(status=1)
    assert "By hand." in page.body
    assert "New text." in site.confluence.by_title("Restart a node").body
    assert "edited: changed in Confluence by Jane Doe" in site.publish(status=1)


def test_a_drawn_diagram_is_uploaded(site):
    config = site.folder / "runbookgen.yml"
    config.write_text(config.read_text() + 'diagrams: {dot: "cat picture.svg"}\n')
    picture = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'
    (site.folder / "picture.svg").write_text(picture)
    site.page("node/drain.md", "Drain a node", "```dot\ndigraph { a -> b }\n```", "node")
    site.publish()
    page = site.confluence.by_title("Drain a node")
    assert [file["bytes"] for file in page.attachments.values()] == [picture.encode()]
    assert "4 unchanged" in site.publish()
