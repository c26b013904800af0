"""Alerts of rule files against pages, and the redirects to them as servers read them."""

from __future__ import annotations

import http.client
import json
import os
import pathlib
import shutil
import socket
import subprocess
import time
import urllib.parse

import pytest
from conftest import ROOT, tool

CORPORA = ROOT.parent / "shared" / "corpora"
if not CORPORA.exists():
    CORPORA = ROOT.parent.parent / "shared" / "corpora"
BASE = "https://runbooks.example.org/wiki/"
# Debian keeps servers where ordinary users do not look.
PATH = os.environ["PATH"] + ":/usr/sbin"

RULES = """
groups:
  - name: nodes
    rules:
      - record: node:up
        expr: up
      - alert: NodeDown
        expr: |
          up{job="node"} == 0
        for: 10m
        labels: {severity: critical, team: Platform Team}
        annotations:
          runbook_url: https://runbooks.example.org/wiki/nodes/down.html#mitigation
      - alert: NodeSlow
        expr: node_load1 > 10
        labels: {severity: warning, team: storage}
        annotations: {runbook_url: 'https://Runbooks.example.org/wiki/nodes/slow/'}
      - alert: NodeLost
        expr: absent(up)
        annotations: {runbook_url: 'https://runbooks.example.org/wiki/nodes/lots.html'}
      - alert: NodeHot
        expr: temp > 90
      - alert: NodeOdd
        expr: odd
        annotations: {runbook_url: 'https://runbooks.example.org/wiki/nodes/down.html#mitigate'}
      - alert: NodeElsewhere
        expr: x
        annotations: {runbook_url: 'https://other.example.org/wiki/nodes/down.html'}
      - alert: NodeOld
        expr: x
        annotations: {runbook_url: 'https://runbooks.example.org/wiki/old/node'}
      - alert: NodeTemplated
        expr: x
        annotations: {runbook_url: 'https://runbooks.example.org/wiki/{{ $labels.x }}'}
      - alert: NodeNamed
        expr: x
        annotations: {runbook_url: 'https://runbooks.example.org/wiki/runbooks/{{ $labels.alertname }}'}
"""

PAGES = {
    "index.md": "---\nkind: concept\ntitle: Home\nowner: a\nreviewed: 2026-11-01\nreview_every: 6 months\n---\n\n# Home\n",
    "nodes/down.md": "---\nkind: runbook\ntitle: Down\nowner: platform-team\nseverity: warning\nalerts: [NodeDown]\n"
    "aliases: [old/node]\nreviewed: 2026-11-01\nreview_every: 6 months\n---\n\n# Down\n\n## Mitigation\n\nWait.\n",
    "nodes/slow.md": "---\nkind: runbook\ntitle: Slow\nowner: platform\nalerts: [NodeSlow, NodeSlwo]\n"
    "reviewed: 2026-11-01\nreview_every: 6 months\n---\n\n# Slow\n\nWait.\n",
}


def site(folder: pathlib.Path, pages: dict[str, str], base: str = BASE) -> pathlib.Path:
    folder.mkdir(exist_ok=True)
    (folder / "runbookgen.yml").write_text(f"site: {{title: Site, base_url: '{base}'}}\n")
    for name, text in pages.items():
        path = folder / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def found(folder: pathlib.Path, *arguments: str) -> list[tuple]:
    ended = tool("alerts", "--format", "json", *arguments, folder=folder)
    assert ended.returncode in (0, 1), ended.stderr
    diagnostics = json.loads(ended.stdout)["diagnostics"]
    return [(each["id"], each["severity"], each["file"], each["line"], each["column"]) for each in diagnostics]


def test_what_alerts_and_pages_say_is_compared(tmp_path):
    site(tmp_path, PAGES)
    (tmp_path / "rules.yml").write_text(RULES)
    lines = RULES.split("\n")

    def place(text: str, of: str = "") -> tuple[int, int]:
        number = next(number for number, line in enumerate(lines) if text in line)
        return number + 1, lines[number].index(of or text) + 1

    assert sorted(found(tmp_path, "--rules", "rules.yml")) == sorted([
        ("alert-gone", "warning", "content/nodes/slow.md", 5, 20),
        ("alert-severity", "warning", "rules.yml", *place("Platform", "critical")),
        ("alert-link-broken", "info", "rules.yml", *place("nodes/slow/", "'http")),
        ("alert-owner", "warning", "rules.yml", *place("team: storage", "storage")),
        ("alert-link-broken", "error", "rules.yml", *place("lots.html", "'http")),
        ("alert-without-page", "warning", "rules.yml", *place("NodeHot")),
        ("alert-link-broken", "error", "rules.yml", *place("#mitigate'", "'http")),
        ("alert-without-page", "warning", "rules.yml", *place("NodeNamed")),
    ])


@pytest.mark.parametrize("form", ["github", "gitlab", "json", "junit", "markdown", "sarif", "text", "concise"])
def test_findings_in_every_format(form, tmp_path):
    site(tmp_path, PAGES)
    (tmp_path / "rules.yml").write_text(RULES)
    ended = tool("alerts", "--format", form, "--rules", "*.yml", folder=tmp_path)
    assert ended.returncode == 1
    assert "rules.yml" in ended.stdout + ended.stderr
    assert "lots.html" in ended.stdout + ended.stderr


RULE = {"alert": "NodeDown", "expr": "up == 0", "annotations": {"runbook_url": BASE + "nodes/gone.html"}}
GROUPS = [{"name": "a", "rules": [{"record": "x", "expr": "y"}, RULE]}]
GRAFANA = {"title": "NodeDown", "condition": "A", "data": [{"refId": "A", "model": {"expr": "up"}}],
           "annotations": RULE["annotations"]}
SHAPES = {
    "prometheus": {"groups": GROUPS},
    "manifest": {"apiVersion": "monitoring.coreos.com/v1", "kind": "PrometheusRule", "spec": {"groups": GROUPS}},
    "list": {"kind": "List", "items": [{"kind": "PrometheusRule", "spec": {"groups": GROUPS}}]},
    "mixin": {"prometheusAlerts": {"groups": GROUPS}, "grafanaDashboards": {}},
    "grafana": {"apiVersion": 1, "groups": [{"orgId": 1, "name": "a", "folder": "b", "rules": [GRAFANA]}]},
}


@pytest.mark.parametrize("ending", ["json", "yaml"])
@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read(shape, ending, tmp_path):
    import yaml

    site(tmp_path, PAGES)
    text = json.dumps(SHAPES[shape], indent=1) if ending == "json" else yaml.safe_dump(SHAPES[shape])
    if ending == "yaml":
        text = "kind: ConfigMap\n---\n" + text
    (tmp_path / f"rules.{ending}").write_text(text)
    links = [each for each in found(tmp_path, "--rules", f"rules.{ending}") if each[0] == "alert-link-broken"]
    line = next(number for number, line in enumerate(text.split("\n")) if "gone.html" in line) + 1
    assert [each[:4] for each in links] == [("alert-link-broken", "error", f"rules.{ending}", line)]


@pytest.mark.parametrize("text,rule", [
    ("a: [", "config-syntax"), ("a: 1\na: 2\n", "config-duplicate-key"), ("{{- if .Values.x }}\ngroups: []\n", "config-syntax"),
    ("just text\n", "alert-file-unknown"), ("", "alert-file-unknown"), ("- 1\n", "alert-file-unknown"),
    ("groups: {a: 1}\n", None), ("groups: [1, [2], {rules: x}, {rules: [1, {alert: [x]}, {alert: ''}]}]\n", None),
])
def test_files_that_are_none(text, rule, tmp_path):
    site(tmp_path, PAGES)
    (tmp_path / "rules.yml").write_text(text)
    ids = {each[0] for each in found(tmp_path, "--rules", "rules.yml")}
    assert ids == ({rule} if rule else set())


def test_files_that_are_not_there(tmp_path):
    site(tmp_path, PAGES)
    for name, reason in [("none.yml", "it does not exist"), ("r/*.yml", ""), ("*.none", "no file fits")]:
        ended = tool("alerts", "--rules", name, folder=tmp_path)
        assert ended.returncode == 74 and ended.stderr.startswith("error: ") and reason in ended.stderr


# Redirects


def corpus(name: str, tmp_path: pathlib.Path) -> tuple[pathlib.Path, list[str]]:
    """A copy with the alerts of its file names, and a rule file made from these."""
    sources = {"kubevirt": "kubevirt-monitoring/docs/runbooks", "openshift": "openshift-runbooks/alerts",
               "prometheus-operator": "prometheus-operator-runbooks/content/runbooks"}
    source = CORPORA / sources[name]
    if not source.exists():
        pytest.skip(f"{source} is absent")
    folder = site(tmp_path / "site", {"index.md": PAGES["index.md"]})
    shutil.copytree(source, folder / "content" / "all", dirs_exist_ok=True)
    ended = tool("adopt", "--alerts", "file", "--owner", "team", "--reviewed", "2026-11-01", "--write", folder=folder)
    assert ended.returncode in (0, 1), ended.stderr
    # What a corpus has wrong is not the matter here.
    errors = [each["id"] for each in json.loads(tool("rules", "--format", "json").stdout)["rules"] if each["severity"] == "error"]
    config = folder / "runbookgen.yml"
    config.write_text(config.read_text() + "rules: {" + ", ".join(f"{each}: warning" for each in errors if not each.startswith("alert-link")) + "}\n")
    names, rules = [], []
    for path in sorted((folder / "content" / "all").rglob("*.md")):
        if not path.stem[0].isupper() or path.stem in ("README", "CONTRIBUTING"):
            continue
        address = path.relative_to(folder / "content").with_suffix("").as_posix()
        names.append(path.stem)
        # As Hugo publishes them, which this site does not.
        rules.append({"alert": path.stem, "expr": "up == 0", "for": "5m", "labels": {"severity": "warning"},
                      "annotations": {"runbook_url": f"{BASE}{address.lower()}/"}})
    rules.append({"alert": "WithoutPage", "expr": "1"})
    (folder / "rules.json").write_text(json.dumps({"groups": [{"name": name, "rules": rules}]}))
    return folder, names


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def get(port: int, path: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, answer.headers.get("Location") or ""


def start(command: list[str], port: int, **options) -> subprocess.Popen:
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **options)
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return process
        except OSError:
            assert process.poll() is None, process.stderr.read().decode()
            time.sleep(0.05)
    process.kill()
    raise AssertionError("the server does not answer")


def nginx(folder: pathlib.Path, root: pathlib.Path, redirects: pathlib.Path, port: int) -> list[str]:
    lines = [f"{kind}_temp_path {folder}/{kind};" for kind in ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]]
    (folder / "nginx.conf").write_text(
        f"daemon off; master_process off; pid {folder}/pid; error_log stderr;\nevents {{}}\nhttp {{ access_log off; {' '.join(lines)}\n"
        f"server {{ listen 127.0.0.1:{port}; root {root}; include {redirects}; }} }}\n")
    return ["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]


def caddy(folder: pathlib.Path, root: pathlib.Path, redirects: pathlib.Path, port: int) -> list[str]:
    (folder / "Caddyfile").write_text(
        f"{{\n  admin off\n  auto_https off\n}}\nhttp://127.0.0.1:{port} {{\n  root * {root}\n  import {redirects}\n  file_server\n}}\n")
    return ["caddy", "run", "--config", str(folder / "Caddyfile"), "--adapter", "caddyfile"]


SERVERS = {"nginx": nginx, "caddy": caddy}


@pytest.mark.parametrize("server", SERVERS)
@pytest.mark.parametrize("name", ["kubevirt", "openshift", "prometheus-operator"])
def test_no_alert_is_answered_with_404(name, server, tmp_path, record_property):
    if not shutil.which(server, path=PATH):
        pytest.skip(f"{server} is not installed")
    folder, names = corpus(name, tmp_path)
    root = tmp_path / "root"
    built = tool("build", "--output", str(root / "wiki"), folder=folder)
    assert built.returncode == 0, built.stderr[-2000:]
    redirects = tmp_path / "redirects.conf"
    ended = tool("alerts", "--rules", "rules.json", "--redirects", f"{server}={redirects}", folder=folder)
    assert ended.returncode == 0, ended.stderr[-2000:]
    port = free_port()
    process = start(SERVERS[server](tmp_path, root, redirects, port), port, env=os.environ | {"PATH": PATH, "HOME": str(tmp_path)})
    try:
        lost, asked = [], 0
        rules = json.loads((folder / "rules.json").read_text())["groups"][0]["rules"]
        links = [urllib.parse.urlsplit(rule["annotations"]["runbook_url"]).path for rule in rules if "annotations" in rule]
        for path in [*(f"/wiki/runbooks/{alert}" for alert in names), *(f"/wiki/runbooks/{alert.lower()}/" for alert in names),
                     "/wiki/runbooks/WithoutPage", "/wiki/runbooks/NoSuchAlert", *links]:
            asked += 1
            status, target = get(port, path)
            if status == 302:
                target = urllib.parse.urlsplit(target).path
                status, _ = get(port, target)
            if status != 200:
                lost.append((path, target, status))
        for alert in names:
            target = urllib.parse.urlsplit(get(port, f"/wiki/runbooks/{alert}")[1]).path
            assert alert.lower() in target.lower(), (alert, target)
    finally:
        process.kill()
        process.wait()
    record_property("asked", asked)
    assert not lost, lost[:10]
    assert len(names) > 50


def test_forms_for_hosts(tmp_path):
    site(tmp_path, PAGES)
    (tmp_path / "rules.yml").write_text(RULES)
    targets = {"netlify": tmp_path / "_redirects", "s3": tmp_path / "s3.json", "html": tmp_path / "pages"}
    ended = tool("alerts", "--rules", "rules.yml", *(f"--redirects={name}={path}" for name, path in targets.items()), folder=tmp_path)
    assert ended.returncode == 1, ended.stderr
    lines = targets["netlify"].read_text().splitlines()
    assert "/wiki/runbooks/NodeDown /wiki/nodes/down.html#mitigation 302" in lines
    assert "/wiki/nodes/slow /wiki/nodes/slow.html 302" not in lines
    assert lines[-1] == "/wiki/runbooks/* /wiki/by-alert/index.html 302"
    s3 = json.loads(targets["s3"].read_text())
    assert {"Key": "wiki/runbooks/NodeSlow", "WebsiteRedirectLocation": "/wiki/nodes/slow.html"} in s3["Objects"]
    assert s3["RoutingRules"][0]["Condition"]["KeyPrefixEquals"] == "wiki/runbooks/"
    page = (targets["html"] / "runbooks" / "NodeDown" / "index.html").read_text()
    assert 'content="0; url=../../nodes/down.html#mitigation"' in page


def test_names_that_servers_act_on(tmp_path):
    """A title of Grafana may be any text."""
    titles = ['a "b" c', "x; } location / {", "$uri", "a*b", "{path}", "été", "back\\slash", "two\nlines", "..", "a/../../b"]
    rules = [{"title": title, "condition": "A", "data": [], "annotations": {"runbook_url": BASE + "nodes/down.html"}} for title in titles]
    site(tmp_path, PAGES)
    (tmp_path / "rules.json").write_text(json.dumps({"groups": [{"name": "a", "rules": rules}]}))
    for server, write in SERVERS.items():
        if not shutil.which(server, path=PATH):
            pytest.skip(f"{server} is not installed")
        redirects = tmp_path / f"{server}-redirects.conf"
        ended = tool("alerts", "--rules", "rules.json", "--redirects", f"{server}={redirects}", folder=tmp_path)
        assert ended.returncode == 0, ended.stderr
        assert "lines" not in redirects.read_text()
        port = free_port()
        process = start(write(tmp_path, tmp_path, redirects, port), port, env=os.environ | {"PATH": PATH, "HOME": str(tmp_path)})
        try:
            for title in titles[:7]:
                status, target = get(port, "/wiki/runbooks/" + urllib.parse.quote(title))
                assert status == 302 and target.endswith("/wiki/nodes/down.html"), (server, title, status, target)
        finally:
            process.kill()
            process.wait()
    ended = tool("alerts", "--rules", "rules.json", f"--redirects=html={tmp_path}/out/pages", folder=tmp_path)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {"pages"}
    assert not (tmp_path / "b").exists()


# On the page


def test_a_page_shows_what_raises_its_alerts(tmp_path):
    site(tmp_path, PAGES)
    config = tmp_path / "runbookgen.yml"
    config.write_text(config.read_text() + "alerts: {rules: ['rules/**/*.yml']}\n")
    rules = tmp_path / "rules" / "a" / "nodes.yml"
    rules.parent.mkdir(parents=True)
    rules.write_text(RULES.replace("== 0", "== 0 < 1"))

    def page() -> str:
        ended = tool("build", "--quiet", folder=tmp_path)
        assert ended.returncode == 0, ended.stderr
        return (tmp_path / "site" / "nodes" / "down.html").read_text()

    shown = '<summary>NodeDown fires when</summary>\n<pre tabindex="0"><code>up{job=&quot;node&quot;} == 0 &lt; 1\nfor: 10m\nseverity: critical</code></pre>'
    assert shown in page().replace('"node"', "&quot;node&quot;")
    assert tool("build", "--verify", folder=tmp_path).returncode == 0
    # A build that follows sees that only the rule has changed.
    rules.write_text(RULES.replace("for: 10m", "for: 25m"))
    assert "for: 25m" in page()
    # The command takes the same files, and a broken one does not hide what is wrong with pages.
    assert ("alert-without-page", "warning") in [each[:2] for each in found(tmp_path)]
    rules.write_text("groups: [")
    (tmp_path / "content" / "nodes" / "slow.md").write_text(PAGES["nodes/slow.md"] + "\n[x](none.md)\n")
    ended = tool("check", "--format", "json", folder=tmp_path)
    ids = {each["id"] for each in json.loads(ended.stdout)["diagnostics"]}
    assert {"config-syntax", "link-broken"} <= ids


def test_rules_that_are_not_in_the_project(tmp_path):
    site(tmp_path, PAGES)
    config = tmp_path / "runbookgen.yml"
    for value, status, word in [("../x.yml", 1, "config-type"), ("/etc/x.yml", 1, "config-type"), ("none/*.yml", 74, "no file fits")]:
        config.write_text(f"alerts: {{rules: ['{value}']}}\n")
        ended = tool("check", folder=tmp_path)
        assert ended.returncode == status and word in ended.stderr, ended.stderr
    config.write_text("")
    ended = tool("alerts", folder=tmp_path)
    assert ended.returncode == 74 and "--rules" in ended.stderr
