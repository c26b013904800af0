"""What is made from the front matter of many pages: indexes, reviews, redirects, feed, 404."""

import json
import re
import xml.etree.ElementTree as ElementTree

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"


def page_text(title, body="Text.\n", **fields):
    values = {"kind": "runbook", "owner": "Team", "reviewed": "2026-01-01", "review_every": "P1Y"}
    lines = [f"{key}: {value}" for key, value in {**values, **fields}.items()]
    return "\n".join(["---", f"title: {title}", *lines, "---", "", body])


CONFIG = """
site: {title: Ops, base_url: https://wiki.example.com/team/wiki}
rules: {prerequisites-missing: off, verification-missing: off, rollback-missing: off}
contexts:
  laptop: {title: Your laptop, programs: [kubectl, journalctl]}
"""


def test_a_program_leads_to_each_command(make_wiki, open_page):
    body = "## Look\n\n```bash {step=look in=laptop}\njournalctl -u kubelet -f\n```\n"
    wiki = make_wiki({
        "runbookgen.yml": CONFIG,
        "content/index.md": page_text("Home", kind="concept"),
        "content/a.md": page_text("Look at the kubelet", body, alerts="[KubeletDown]"),
        "content/b.md": page_text("Nothing", audience="[sre]"),
    })
    page = open_page(wiki.file_url + "by-program/index.html")
    page.get_by_role("main").get_by_role("link", name="journalctl").click()
    page.get_by_role("link", name="journalctl -u kubelet -f").click()
    assert page.url == wiki.file_url + "a.html#step-look"
    # The address is the new one before the page is read.
    page.locator("#step-look").wait_for(state="attached")
    assert page.locator("#step-look").count() == 1

    page.goto(wiki.file_url + "by-alert/index.html")
    entry = page.locator("li", has=page.get_by_role("link", name="KubeletDown", exact=True))
    entry.get_by_role("link", name="Look at the kubelet").click()
    assert page.url == wiki.file_url + "a.html"

    page.goto(wiki.file_url + "by-context/laptop.html")
    assert page.locator("h1").inner_text() == "Your laptop"
    for name in ("by-audience/sre.html", "owners/team.html", "indexes.html"):
        assert (wiki.folder / name).exists(), name


def test_reviews_are_counted_in_the_browser(make_wiki, open_page):
    wiki = make_wiki({
        "content/index.md": page_text("Home", kind="concept", reviewed="2025-12-01"),
        "content/soon.md": page_text("Soon", kind="concept", reviewed="2026-01-15"),
        "content/later.md": page_text("Later", kind="concept", reviewed="2026-09-01"),
    }, "--today", "2026-01-20")
    page = open_page()
    page.clock.set_fixed_time("2026-12-24T03:00:00Z")
    page.goto(wiki.file_url + "review.html")
    assert "1 overdue, 1 due in the next 30 days." in page.get_by_role("status").all_inner_texts()
    overdue = page.locator("main li", has=page.locator(".warn:visible, .stop:visible"))
    assert overdue.get_by_role("link").all_inner_texts() == ["Home"]
    flags = page.locator(".entries .flag:visible")
    assert flags.all_inner_texts() == ["OVERDUE BY 23 DAYS", "DUE IN 22 DAYS"]
    page.clock.set_fixed_time("2027-03-24T03:00:00Z")
    page.evaluate("dispatchEvent(new Event('pageshow'))")
    assert page.locator(".entries .stop:visible").all_inner_texts() == ["OVERDUE BY 113 DAYS"]
    assert page.locator(".entries > li > a").all_inner_texts() == ["Home", "Soon", "Later"]

    entries = json.loads(wiki.text("review.json"))["pages"]
    assert [entry["due"] for entry in entries] == ["2026-12-01", "2027-01-15", "2027-09-01"]


def test_each_owner_has_reviews_of_its_own(make_wiki, open_page):
    wiki = make_wiki({
        "content/a.md": page_text("Ping", kind="concept", owner="Net", reviewed="2025-06-01"),
        "content/b.md": page_text("Full", kind="concept", owner="Disk", reviewed="2025-06-01"),
        "content/c.md": page_text("Slow", kind="concept", owner="Disk", reviewed="2026-01-01"),
    })
    page = open_page()
    page.clock.set_fixed_time("2026-07-01T03:00:00Z")
    page.goto(wiki.file_url + "review.html")
    owners = page.locator(".sections > li")
    assert [text.split() for text in owners.all_inner_texts()] == [
        ["Disk", "2", "pages", "1", "OVERDUE"], ["Net", "1", "page", "1", "OVERDUE"]]
    owners.get_by_role("link", name="Disk").click()
    page.wait_for_url("**/owners/disk~reviews.html")
    assert page.locator(".entries > li > a").all_inner_texts() == ["Full", "Slow"]
    assert "1 overdue, 0 due in the next 30 days." in page.get_by_role("status").all_inner_texts()


FRONT_DOOR = {
    "runbookgen.yml": CONFIG,
    "content/net/ping.md": page_text("Ping", severity="sev1", alerts="[NetDown]"),
    "content/net/lb/drain.md": page_text("Drain a <balancer>", reviewed="2025-01-01"),
    "content/disk/full.md": page_text("Disk full"),
}


@pytest.mark.parametrize("way", ["file", "server"])
def test_the_first_page_knows_what_was_opened_and_what_is_overdue(share_wiki, serve, open_page, way):
    wiki = share_wiki(FRONT_DOOR)
    root = wiki.file_url if way == "file" else serve(wiki, "/team/wiki/")
    page = open_page()
    page.clock.set_fixed_time("2026-03-24T03:00:00Z")
    page.goto(root + "index.html")
    assert page.get_by_text("Opened here lately").is_hidden()
    for path in ("net/ping.html", "net/lb/drain.html", "net/index.html", "net/ping.html"):
        page.goto(root + path)
    page.goto(root + "index.html")
    recent = page.locator("[data-recent]")
    assert recent.get_by_role("link").all_inner_texts() == ["Ping", "Drain a <balancer>"]
    overdue = page.locator("section", has=page.get_by_role("heading", name="Overdue reviews"))
    assert overdue.locator("li:visible > a").all_inner_texts() == ["Drain a <balancer>"]
    recent.get_by_role("link").last.click()
    page.wait_for_url(root + "net/lb/drain.html")


def test_what_was_opened_is_kept_for_each_wiki(share_wiki, serve, open_page):
    wiki = share_wiki(FRONT_DOOR)
    page = open_page(serve(wiki, "/one/") + "net/ping.html")
    other = page.url.replace("/one/", "/two/").replace("net/ping", "index")
    page.evaluate("url => localStorage.setItem(`recent ${url}`, '[{\"path\":1},null,{}]')",
                  serve(wiki, "/two/"))
    page.goto(serve(wiki, "/two/") + "index.html")
    assert other.endswith("/index.html") and page.get_by_text("Opened here lately").is_hidden()


@pytest.mark.parametrize("width", [1440, 390])
def test_the_first_page_works_without_scripts(share_wiki, open_page, width):
    page = open_page(share_wiki(FRONT_DOOR).file_url + "index.html", javascript=False, width=width)
    field = page.get_by_label("Search for an alert, a symptom, a command or a path")
    field.fill("NetDown")
    assert field.bounding_box()["height"] >= 50
    assert page.locator("article").get_by_role("link", name="NetDown").get_attribute("href") == "net/ping.html"
    assert page.get_by_text("Overdue reviews").is_hidden()
    sections = page.locator(".sections > li")
    assert [text.split() for text in sections.all_inner_texts()] == [
        ["Disk", "1", "page"], ["Net", "2", "pages"]]
    # On a telephone the lists come after the sections.
    lists = page.get_by_role("heading", name="All lists").bounding_box()
    assert (lists["y"] > sections.last.bounding_box()["y"]) == (width == 390)


def test_a_long_name_breaks_between_its_words(share_wiki, open_page):
    name = "KubePersistentVolumeFillingUp"
    wiki = share_wiki({"runbookgen.yml": CONFIG, "content/a.md": page_text(name)})
    page = open_page(wiki.file_url + "a.html", width=320)
    heading = page.locator("h1")
    assert heading.inner_text() == name
    lines = heading.evaluate("""(heading) => {
        const lines = new Map();
        for (const node of heading.childNodes) {
            for (let at = 0; at < (node.length ?? 0); at++) {
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + 1);
                const { top } = range.getBoundingClientRect();
                lines.set(top, (lines.get(top) ?? "") + node.data[at]);
            }
        }
        return [...lines.values()];
    }""")
    assert len(lines) > 1 and all(re.fullmatch("([A-Z][a-z]+)+", line) for line in lines), lines


def test_the_tree_opens_and_closes_without_scripts(share_wiki, open_page):
    page = open_page(share_wiki(FRONT_DOOR).file_url + "net/ping.html", javascript=False)
    tree = page.get_by_role("navigation", name="Pages")
    assert tree.get_by_role("link", name="Disk full").is_hidden()
    tree.locator("li", has=page.get_by_role("link", name="Disk", exact=True)).locator("summary").first.click()
    assert tree.get_by_role("link", name="Disk full").is_visible()
    assert tree.locator("[aria-current]").all_inner_texts() == ["Ping"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_the_calendar_is_one_that_calendars_read(make_wiki):
    title = "Ärger; mit, vielen \\\\ Zeichen — und so lang, dass die Zeile gefaltet werden muß"
    wiki = make_wiki({
        "content/index.md": page_text(f'"{title}"', kind="concept"),
        "content/b.md": page_text("B", kind="concept"),
    })
    raw = (wiki.folder / "review.ics").read_bytes()
    assert raw.endswith(b"\r\n") and b"\n" not in raw.replace(b"\r\n", b"")
    assert max(len(line) for line in raw.split(b"\r\n")) <= 75
    lines = raw.replace(b"\r\n ", b"").decode().split("\r\n")
    assert lines[0] == "BEGIN:VCALENDAR" and lines[-2] == "END:VCALENDAR"
    summary = next(line for line in lines if "rger" in line)
    shown = title.replace("\\\\", "\\")
    escaped = shown.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    assert summary == "SUMMARY:Review: " + escaped
    assert "DTSTART;VALUE=DATE:20270101" in lines and "DTSTAMP:20260101T000000Z" in lines
    uids = [line for line in lines if line.startswith("UID:")]
    assert len(set(uids)) == 2


@pytest.mark.parametrize("alias", ["old/name.md", "older", "deep/er/page.html"])
def test_an_alias_leads_to_the_page(make_wiki, serve, open_page, alias):
    wiki = make_wiki({
        "content/index.md": page_text("Home", kind="concept"),
        "content/new/place.md": page_text("Place", kind="concept", aliases=f"[{alias}]"),
    })
    path = {"old/name.md": "old/name.html", "older": "older/index.html"}.get(alias, alias)
    for root in (wiki.file_url, serve(wiki, "/x/")):
        page = open_page(root + path, javascript=False)
        page.wait_for_url(root + "new/place.html")
        assert page.locator("h1").inner_text() == "Place"
    assert 'content="noindex"' in wiki.text(path)


def test_the_feed_names_the_last_reviews_first(make_wiki):
    wiki = make_wiki({
        "runbookgen.yml": CONFIG,
        "content/index.md": page_text("Home & <more>", kind="concept", reviewed="2025-05-05"),
        "content/b.md": page_text("New", kind="concept", reviewed="2026-02-02"),
    }, "--today", "2026-03-01")
    feed = ElementTree.fromstring(wiki.text("feed.xml"))
    titles = [entry.find(ATOM + "title").text for entry in feed.findall(ATOM + "entry")]
    assert titles == ["New", "Home & <more>"]
    assert feed.find(ATOM + "updated").text == "2026-02-02T00:00:00Z"
    ids = [entry.find(ATOM + "id").text for entry in feed.findall(ATOM + "entry")]
    assert ids[0] == "https://wiki.example.com/team/wiki/b.html"


def test_the_404_page_leads_home_from_any_depth(make_wiki, serve, open_page):
    wiki = make_wiki({
        "runbookgen.yml": CONFIG,
        "content/index.md": page_text("Home", kind="concept"),
        "content/a/index.md": page_text("Section A", kind="concept"),
    })
    root = serve(wiki, "/team/wiki/")
    page = open_page(root + "no/such/page.html")
    assert page.watch.problems and all("404" in text for text in page.watch.problems)
    page.watch.problems.clear()
    assert page.locator("h1").inner_text() == "Page not found"
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).display") != "block"
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url == root + "index.html"
    page.goto(root + "no/such/page.html")
    page.watch.problems.clear()
    page.get_by_role("navigation", name="Pages").get_by_role("link", name="Section A").click()
    assert page.url == root + "a/index.html"


@pytest.mark.parametrize("config", ["site: {title: Wiki}\n", CONFIG])
@pytest.mark.parametrize("base", ["/", "/some/where/else/"])
def test_the_404_page_finds_the_wiki_and_what_was_looked_for(make_wiki, serve, open_page, base, config):
    """Wherever it is published, and whether or not the configuration says where."""
    wiki = make_wiki({
        "runbookgen.yml": config,
        "content/index.md": page_text("Home", kind="concept"),
        "content/storage/disk.md": page_text("Disk full", alerts="[DiskAlmostFull]"),
    })
    root = serve(wiki, base)
    page = open_page(root + "alerts/of/DiskAlmostFull?from=pager")
    hit = page.get_by_role("main").get_by_role("option", name="Disk full")
    hit.wait_for()
    assert "1 page matches the end of this address, “DiskAlmostFull”" in page.inner_text("main")
    assert page.evaluate("getComputedStyle(document.querySelector('.bar')).position") == "sticky"
    links = page.evaluate(
        "[...document.links].map(link => link.href.split('#')[0]).filter(url => !url.includes('/alerts/of'))"
    )
    assert links and all(page.request.get(url).status == 200 for url in links), links
    assert all("404" in text for text in page.watch.problems), page.watch.problems
    page.watch.problems.clear()
    hit.click()
    assert page.url == root + "storage/disk.html"
    page.go_back()
    page.get_by_role("option").first.wait_for()
    page.keyboard.press("/")
    page.get_by_role("combobox").fill("disk")
    page.wait_for_function("() => document.querySelector('#page-results').dataset.query === 'disk'")
    assert page.get_by_role("option").count() == 1
    page.watch.problems.clear()


def test_the_404_page_has_its_style_without_scripts(make_wiki, serve, open_page):
    wiki = make_wiki({"content/index.md": page_text("Home", kind="concept")})
    root = serve(wiki)
    page = open_page(root + "no/such/page", javascript=False)
    assert page.locator(".bar").evaluate("bar => getComputedStyle(bar).position") == "sticky"
    page.get_by_role("main").get_by_role("link").first.click()
    assert page.url == root + "index.html"
    page.watch.problems.clear()


@pytest.mark.parametrize("end,shown", [
    ("%3Cimg%20src=x%20onerror=alert(1)%3E", "“<img src=x onerror=alert(1)>”"),
    ("%E0%A4%A", "“%E0%A4%A”"),
    ("home.html", "“home”"),
    ("nothing-of-the-kind/", "No page matches the end of this address, “nothing-of-the-kind”"),
])
def test_the_404_page_takes_the_end_of_an_address_as_text(make_wiki, serve, open_page, end, shown):
    wiki = make_wiki({"content/index.md": page_text("Home", kind="concept")})
    page = open_page(serve(wiki) + "/elsewhere.invalid/" + end)
    page.wait_for_function("() => document.querySelector('#page-results')?.dataset.query !== undefined")
    assert shown in page.inner_text("#page-results")
    assert all("404" in text for text in page.watch.problems), page.watch.problems
    page.watch.problems.clear()


def test_no_index_gets_heavy(make_wiki, open_page):
    step = "## Look\n\n```bash {step=look in=laptop}\n%s```\n"
    commands = "".join(f"kubectl get pods -n a-namespace-with-a-long-name-{n}\n" for n in range(8))
    files = {
        "runbookgen.yml": CONFIG,
        "content/index.md": page_text("Home", kind="concept"),
    }
    for number in range(400):
        files[f"content/x/p{number:03}.md"] = page_text(
            f"Page {number:03}", step % commands, tags=f"[all, only-{number}]",
            summary=f"A summary of {'many words ' * 15}")
    wiki = make_wiki(files)
    heavy = {path: size for path in wiki.pages
             if (size := (wiki.folder / path).stat().st_size) > 70_000}
    assert not heavy
    for index in ("tags/all.html", "by-context/laptop.html"):
        page = open_page(wiki.file_url + index)
        found = page.locator("main .entries > li > a").all_inner_texts()
        while (next_link := page.get_by_role("link", name="Next", exact=True)).count():
            next_link.first.click()
            page.wait_for_load_state()
            found += page.locator("main .entries > li > a").all_inner_texts()
        assert found == [f"Page {number:03}" for number in range(400)], index
