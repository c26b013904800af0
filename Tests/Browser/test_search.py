"""Search: what is found, by which keys, from where, and how much is fetched for it."""

import re

import harness
from search_pages import ALERTS, INDEX, first_url, page_of, search

TOKENS = harness.ROOT / "Tests/RunbookRenderingTests/Corpus/tokens.txt"

# A query and the page and place that have to come first on the repository's own wiki.
QUERIES = [
    ("roll back", "bottlerocket/update-and-roll-back-a-node.html"),
    ("Collect a support bundle", "bottlerocket/collect-a-support-bundle.html"),
    ("drain node", "bottlerocket/update-and-roll-back-a-node.html#step-3-drain-the-node"),
    ("kubelet logs", "working-with-bottlerocket-on-eks.html#recipe-1-system-and-kubelet-logs"),
    ("-tulpn", "working-with-bottlerocket-on-eks.html#recipe-3-network"),
    ("/etc/kubernetes/pki", "working-with-bottlerocket-on-eks.html#recipe-2-node-certificates"),
    ("debug pod delete", "debug-a-node-without-session-manager.html#step-4-delete-the-debug-pods"),
    ("apiclient set", "change-settings-through-the-api.html#step-4-change-it"),
    ("enter-admin-container", "working-with-bottlerocket-on-eks.html#step-4-enter-the-admin-container"),
    ("certificates", "working-with-bottlerocket-on-eks.html#recipe-2-node-certificates"),
]


def test_the_first_hit_is_the_expected_one(wiki, open_page):
    page = open_page(wiki.file_url + "index.html")
    found = {query: first_url(page, query) for query, _ in QUERIES}
    assert [q for q, expected in QUERIES if not found[q].endswith(expected)] == [], found


def test_search_works_everywhere(site_url, page):
    page.goto(site_url + "bottlerocket/index.html")
    url = first_url(page, "kubelet")
    assert url.startswith("../bottlerocket/")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda there: "/bottlerocket/index.html" not in there)
    outside = [url for url in page.watch.requests if not url.startswith((site_url, "data:"))]
    assert not outside


def test_results_come_as_one_types(wiki, open_page):
    page = open_page(wiki.file_url + "index.html")
    for typed in ("ce", "cert", "certif", "certificates", "CERTIFICATES "):
        assert search(page, typed).count() > 0, typed
    # One letter finds nothing, also not what the last query found.
    page.get_by_role("combobox").fill("c")
    harness.eventually(page, page.get_by_role("option").count, 0)


# What is typed, and what is meant.
TYPOS = {
    "certifcates": "recipe-2-node-certificates",
    "certifiactes": "recipe-2-node-certificates",
    "suport bundle": "collect-a-support-bundle",
    "jornalctl": "journalctl",
    "contaner": "container",
}


def test_a_typo_is_forgiven(wiki, open_page):
    page = open_page(wiki.file_url + "index.html")
    for typed, meant in TYPOS.items():
        options = search(page, typed)
        text = options.evaluate_all("(all) => all.map((e) => e.getAttribute('href') + e.innerText).join(' ')")
        assert meant in text, typed


def test_short_words_are_taken_as_typed(share_wiki, open_page):
    wiki = share_wiki({"content/index.md": INDEX, "content/a.md": page_of("A page", "pods and cats")})
    page = open_page(wiki.file_url + "index.html")
    assert search(page, "pods").count() == 1
    assert search(page, "ca").count() == 1
    assert search(page, "dat").count() == 0


def test_all_words_are_asked_for_and_the_most_if_no_page_has_all(share_wiki, open_page):
    wiki = share_wiki(
        {
            "content/index.md": INDEX,
            "content/a.md": page_of("One", "alpha beta"),
            "content/b.md": page_of("Two", "alpha gamma"),
            "content/c.md": page_of("Three", "delta"),
        }
    )
    page = open_page(wiki.file_url + "index.html")
    assert search(page, "alpha").count() == 2
    assert first_url(page, "alpha gamma").endswith("b.html")
    assert search(page, "alpha gamma").count() == 1
    assert first_url(page, "gamma delta nowhere").endswith(("b.html", "c.html"))
    assert search(page, "the alpha").count() == 2


def test_title_counts_more_than_heading_command_and_text(share_wiki, open_page):
    wiki = share_wiki(
        {
            "content/index.md": INDEX,
            "content/a.md": page_of("A", "Here is frobnicate in text."),
            "content/b.md": page_of("B", "## Do it\n\n```bash\nfrobnicate --all\n```"),
            "content/c.md": page_of("C", "## How to frobnicate\n\nSo."),
            "content/d.md": page_of("Frobnicate", "Text."),
        }
    )
    page = open_page(wiki.file_url + "index.html")
    urls = [option.get_attribute("href") for option in search(page, "frobnicate").all()]
    assert urls == ["d.html", "c.html#how-to-frobnicate", "b.html#do-it", "a.html"]
    assert first_url(page, "frobnicate --all").endswith("b.html#do-it")


def test_pages_with_one_title_are_told_apart(share_wiki, open_page):
    wiki = share_wiki(
        {
            "content/index.md": INDEX,
            "content/db/down.md": page_of("Node down", "A database."),
            "content/net/down.md": page_of("Node down", "A switch."),
            "content/net/up.md": page_of("Node up", "A node is down no more."),
        }
    )
    page = open_page(wiki.file_url + "index.html")
    places = {option.get_attribute("href"): option.locator(".place").all_inner_texts()
              for option in search(page, "node down").all()}
    assert places.pop("db/down.html") == ["Reference · db/down"]
    assert places.pop("net/down.html") == ["Reference · net/down"]
    assert places == {"net/up.html": ["Reference · Net"]}


def test_what_was_found_is_marked_and_shown(wiki, open_page):
    page = open_page(wiki.file_url + "index.html")
    option = search(page, "-tulpn").first
    assert "tulpn" in option.locator("mark").all_inner_texts()
    assert "-tulpn" in option.locator("code").inner_text()


def test_of_a_synonym_and_of_a_name_only_what_counts_is_marked(share_wiki, open_page):
    files = {
        "content/index.md": INDEX,
        "content/a.md": page_of("QuotaOutOfSpace", "One of the reasons is outdated: no update of the quota."),
        "content/b.md": page_of("etcdHighFsync", "No leader."),
    }
    page = open_page(share_wiki(files).file_url + "index.html")
    assert search(page, "disk full").first.locator("mark").all_inner_texts() == ["Out", "Space"]
    assert search(page, "etcd leader").first.locator("b mark").all_inner_texts() == ["etcd"]


def test_markup_in_a_title_stays_text(share_wiki, open_page):
    wiki = share_wiki(
        {"content/index.md": INDEX, "content/a.md": page_of("'<img src=x onerror=alert(1)> zebra'", "x")}
    )
    page = open_page(wiki.file_url + "index.html")
    option = search(page, "zebra").first
    assert "<img src=x" in option.inner_text()
    assert option.locator("img").count() == 0


def test_the_keyboard_is_enough(wiki, open_page):
    page = open_page(wiki.file_url + "index.html")
    link = page.locator("main a").first
    link.focus()
    search(page, "kubelet")
    box = page.get_by_role("combobox")
    assert box.evaluate("e => e === document.activeElement")
    first = box.get_attribute("aria-activedescendant")
    page.keyboard.press("ArrowDown")
    second = box.get_attribute("aria-activedescendant")
    assert first != second
    assert page.locator(f"#{second}").get_attribute("aria-selected") == "true"
    assert page.locator("[role=option][aria-selected=true]").count() == 1
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.locator("[role=option]").last.get_attribute("aria-selected") == "true"
    page.keyboard.press("Escape")
    assert not page.locator("dialog.search").is_visible()
    assert link.evaluate("e => e === document.activeElement")
    page.keyboard.press("Control+k")
    assert box.input_value() == "kubelet"
    page.keyboard.press("ArrowDown")
    target = page.locator("[role=option][aria-selected=true]").get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url("**/" + target)


def test_a_hit_on_the_same_page_closes_the_dialog(wiki, open_page):
    path = "bottlerocket/working-with-bottlerocket-on-eks.html"
    page = open_page(wiki.file_url + path)
    search(page, "-tulpn")
    page.keyboard.press("Enter")
    page.wait_for_url("**#recipe-3-network")
    assert not page.locator("dialog.search").is_visible()


def test_a_slash_in_a_field_is_a_slash(share_wiki, open_page):
    page = open_page(share_wiki({"content/index.md": INDEX}).file_url + "index.html")
    page.evaluate("document.querySelector('main').append(document.createElement('textarea'))")
    page.locator("textarea").focus()
    page.keyboard.press("/")
    assert page.locator("textarea").input_value() == "/"
    assert page.locator("dialog.search").count() == 0


def test_the_count_is_announced(wiki, open_page):
    page = open_page(wiki.file_url + "index.html")
    search(page, "kubelet")
    assert re.search(r"^\d+ pages?", page.get_by_role("dialog").get_by_role("status").inner_text())
    search(page, "qqqqxxxx")
    assert page.get_by_role("dialog").get_by_role("status").inner_text() == "Nothing found"
    assert page.get_by_role("combobox").get_attribute("aria-expanded") == "false"


def test_without_javascript_search_leads_to_the_lists(share_wiki, open_page):
    wiki = share_wiki(ALERTS)
    page = open_page(wiki.file_url + "k8s/index.html", javascript=False)
    page.get_by_role("link", name="Search").click()
    page.wait_for_url("**/search.html")
    assert "needs JavaScript" in page.inner_text("main")
    page.get_by_role("link", name="All alerts").click()
    page.wait_for_url("**/by-alert/index.html")


def test_a_missing_index_is_said(make_wiki, open_page):
    wiki = make_wiki({"content/index.md": INDEX})
    (wiki.folder / "search/index.js").unlink()
    page = open_page(wiki.file_url + "index.html")
    search(page, "first")
    assert "could not be loaded" in page.get_by_role("dialog").get_by_role("status").inner_text()
    page.watch.problems.clear()


def test_queries_are_cut_as_pages_are(wiki, open_page):
    page = open_page(wiki.file_url + "index.html")
    search(page, "kubelet")
    lines = TOKENS.read_text(encoding="utf-8").split("\n\n", 1)[1].splitlines()
    assert len(lines) > 30
    for line in lines:
        text, terms = line.split(" ⇒", 1)
        text = re.sub(r"\\u\{([0-9A-F]+)\}", lambda match: chr(int(match[1], 16)), text)
        chunks = page.evaluate("text => runbookSearch.tokenize(text)", text)
        found = []
        for chunk in chunks:
            for word in chunk["words"]:
                found += [word["term"]] * bool(word.get("term")) + ["+" + part for part in word["parts"]]
            found += [f"={chunk['compound']}"] * bool(chunk.get("compound"))
        assert found == [term for term in terms.split() if term[0] != "~"], line


def test_search_is_a_page_that_can_be_linked_to(share_wiki, open_page, site_url, page):
    wiki = share_wiki(ALERTS)
    here = open_page(wiki.file_url + "search.html?q=ceph%20osd")
    here.get_by_role("option").first.wait_for()
    assert here.get_by_role("option").first.get_attribute("href") == "k8s/ceph-osd-down.html"
    assert here.get_by_role("combobox").input_value() == "ceph osd"
    search(here, "pvc pending")
    assert here.url.endswith("search.html?q=pvc%20pending")
    here.keyboard.press("Enter")
    here.wait_for_url("**/k8s/claim.html")
    # Markup in the address stays text.
    page.goto(site_url + "search.html?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
    page.wait_for_function("() => document.querySelector('.search')?.dataset.query !== undefined")
    assert page.locator("main img").count() == 0


def test_the_search_loads_when_it_is_used(site_url, page):
    page.goto(site_url + "index.html", wait_until="networkidle")
    assert not [url for url in page.watch.requests if "search" in url]
    before = page.locator(".bar").bounding_box()
    page.keyboard.type("/kubelet")
    page.wait_for_function("() => document.querySelector('.search')?.dataset.query === 'kubelet'")
    assert page.locator(".bar").bounding_box() == before
    assert [url for url in page.watch.requests if "search-dialog" in url]
