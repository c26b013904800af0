"""Alerts are found by their names and by the words of who is on call."""

import pytest

from search_pages import ALERTS, first_url, search

# Alerts as they are called, and the words in which people ask for them.
NAMES = {
    "ceph osd down": "k8s/ceph-osd-down.html",
    "NodeNotReady": "k8s/node-not-ready.html",
    "nodenotready": "k8s/node-not-ready.html",
    "kube node": "k8s/node-not-ready.html",
    "KubeNodeNotReady": "k8s/node-not-ready.html",
    "not_ready node": "k8s/node-not-ready.html",
    "disk full": "k8s/disk.html",
    "no space left": "k8s/disk.html",
    "crashloopbackoff": "k8s/crash.html",
    "pvc pending": "k8s/claim.html",
    "pg stuck": "k8s/pg.html",
    "kublet down": "k8s/kubelet.html",
    "restarted": "k8s/restart.html",
}


@pytest.mark.parametrize("query, expected", NAMES.items())
def test_alerts_are_found_by_the_words_of_who_is_on_call(share_wiki, open_page, query, expected):
    page = open_page(share_wiki(ALERTS).file_url + "index.html")
    assert first_url(page, query) == expected


def test_a_slip_that_stands_in_a_page_hides_nothing(share_wiki, open_page):
    """A word that is on hardly any page may be a slip itself."""
    page = open_page(share_wiki(ALERTS).file_url + "index.html")
    urls = [option.get_attribute("href") for option in search(page, "kublet ").all()]
    assert {"k8s/kubelet.html", "k8s/slip.html"} <= set(urls)


def test_rows_say_what_tells_pages_apart(share_wiki, open_page):
    page = open_page(share_wiki(ALERTS).file_url + "index.html")
    row = search(page, "delete osd down").first
    assert row.locator(".place").inner_text() == "Runbook · K8s"
    assert row.locator(".flag").all_inner_texts() == ["SEV1"]
    assert row.locator(".fx").inner_text() == "destructive"
    assert row.locator("code").inner_text() == "kubectl delete pod osd-1"
    assert [mark.lower() for mark in row.locator("b mark").all_inner_texts()] == ["osd", "down"]
    old = search(page, "old way").first
    assert old.locator(".flag").all_inner_texts() == ["DEPRECATED"]
    late = search(page, "restart").first
    assert late.locator(".flag").all_inner_texts() == ["REVIEW OVERDUE"]


def test_what_is_deprecated_comes_after_what_is_not(share_wiki, open_page):
    page = open_page(share_wiki(ALERTS).file_url + "index.html")
    urls = [option.get_attribute("href") for option in search(page, "drain way").all()]
    assert urls == ["k8s/new.html", "k8s/old.html"]


def test_nothing_found_offers_the_nearest_and_the_alerts(share_wiki, open_page):
    page = open_page(share_wiki(ALERTS).file_url + "index.html")
    search(page, "kubexyz")
    ways = page.locator(".search-ways")
    assert ways.get_by_role("link", name="All alerts").get_attribute("href").endswith("by-alert/index.html")
    ways.get_by_role("link", name="kubelet").click()
    page.wait_for_function("() => document.querySelector('.search').dataset.query === 'kubelet'")
    assert page.get_by_role("option").count()


def test_the_empty_dialog_shows_what_was_opened_here(share_wiki, open_page):
    wiki = share_wiki(ALERTS)
    page = open_page(wiki.file_url + "k8s/disk.html")
    for path in ("k8s/claim.html", "k8s/disk.html", "indexes.html", "index.html"):
        page.goto(wiki.file_url + path)
    page.keyboard.press("/")
    page.get_by_role("option").first.wait_for()
    titles = page.get_by_role("option").all_inner_texts()
    assert titles[:2] == ["NodeFilesystemAlmostOutOfSpace", "KubePersistentVolumeClaimPending"]
    assert "Home" not in titles
    page.keyboard.press("Enter")
    page.wait_for_url("**/k8s/disk.html")


def test_synonyms_are_the_site_s_to_add(share_wiki, open_page):
    wiki = share_wiki(ALERTS)
    page = open_page(wiki.file_url + "index.html")
    assert first_url(page, "brownout") == "k8s/restart.html"
