"""Sites to search in, and how it is done."""

def search(page, query):
    """Opens search by key, types, and waits for what is found."""
    if not page.locator(".search").count() or not page.locator(".search").is_visible():
        page.keyboard.press("/")
    box = page.get_by_role("combobox")
    box.fill(query)
    page.wait_for_function("query => document.querySelector('.search')?.dataset.query === query", arg=query)
    assert page.locator(".search [role=status]").text_content()
    return page.get_by_role("option")


def first_url(page, query):
    options = search(page, query)
    assert options.count(), f"{query!r} finds nothing"
    return options.first.get_attribute("href")


INDEX = """---
kind: reference
title: Home
owner: team
reviewed: 2026-11-01
review_every: 12 months
---
First page.
"""


def page_of(title, body):
    return INDEX.replace("Home", title).replace("First page.", body)


def alert_of(title, body, more=""):
    return page_of(title, body).replace("kind: reference", "kind: runbook\n" + more.strip()).replace("2026-11-01", "2099-01-01")


ALERTS = {
    "runbookgen.yml": """site: {title: Alerts}
search: {synonyms: [[brownout, service restarts], [pg, placement group]]}
rules: {prerequisites-missing: off, rollback-missing: off, verification-missing: off, destructive-unguarded: off,
  environment-ambiguous: off, review-in-future: off}
""",
    "content/index.md": INDEX,
    "content/k8s/ceph-osd-down.md": alert_of(
        "CephOSDDown", "A storage daemon is gone.\n\n```bash\nkubectl get pods\nkubectl delete pod osd-1\n```",
        "severity: sev1\nalerts: [CephOSDDown]"),
    "content/k8s/ceph.md": alert_of("Troubleshooting Ceph", "Is the osd down? Ask about it."),
    "content/k8s/node-not-ready.md": alert_of("KubeNodeNotReady", "The node is away."),
    "content/k8s/node.md": alert_of("Nodes", "When a node is not ready, look at it."),
    "content/k8s/disk.md": alert_of("NodeFilesystemAlmostOutOfSpace", "The disk of a machine runs short."),
    "content/k8s/crash.md": alert_of("KubePodCrashLooping", "A pod comes and goes."),
    "content/k8s/claim.md": alert_of("KubePersistentVolumeClaimPending", "Nobody gives it a volume."),
    "content/k8s/pg.md": alert_of("Placement group stuck", "It does not move."),
    "content/k8s/kubelet.md": alert_of("KubeletDown", "The kubelet is gone."),
    "content/k8s/slip.md": alert_of("Other matters", "Somebody wrote kublet here, and down."),
    "content/k8s/restart.md": alert_of("Service restarts", "It restarts again and again.").replace("2099-01-01", "2020-01-01"),
    "content/k8s/old.md": alert_of("Drain, the old way", "Not so.", "lifecycle: deprecated\nreplaced_by: new.md"),
    "content/k8s/new.md": alert_of("Drain, the new way", "See [the old one](old.md)."),
}
