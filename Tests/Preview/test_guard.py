"""Who may ask, and for what."""

from __future__ import annotations

import functools
import http.server
import json
import os
import socket
import subprocess
import threading

import pytest

import harness
from conftest import HOME, PAGE, TODAY

SITE = {"content/index.md": HOME, "content/web.md": PAGE}


@pytest.mark.parametrize("host", [
    "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "127.0.0.2:{port}", "localhost.evil.example:{port}",
    "127.0.0.1:{port}@evil.example", "[::]:{port}", "0.0.0.0:{port}", "",
])
def test_another_name_of_the_server_is_refused(preview, host):
    site = preview(SITE)
    for target in ["/", "/web.html", "/.runbookgen/events", "/.runbookgen/page?path=/", "/.runbookgen/preview.js"]:
        status, _, body = site.ask(target, Host=host.format(port=site.port))
        assert status == 403 and b"pods" not in body, (target, host)


@pytest.mark.parametrize("host", ["127.0.0.1:{port}", "localhost:{port}", "LOCALHOST:{port}", "[::1]:{port}"])
def test_its_own_names_are_answered(preview, host):
    site = preview(SITE)
    assert site.ask("/web.html", Host=host.format(port=site.port))[0] == 200


@pytest.mark.parametrize("headers", [
    {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "http://127.0.0.1:1"},
    {"Origin": "https://127.0.0.1:{port}"}, {"Origin": "http://localhost:{port}"},
    {"Sec_Fetch_Site": "cross-site"}, {"Sec_Fetch_Site": "same-site"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"},
    {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"},
])
def test_other_sites_are_refused(preview, headers):
    site = preview(SITE)
    headers = {name: value.format(port=site.port) for name, value in headers.items()}
    status, answered, body = site.ask("/web.html", **headers)
    assert status == 403 and b"pods" not in body
    assert "Access-Control-Allow-Origin" not in answered


def test_a_link_from_elsewhere_leads_to_a_page(preview):
    site = preview(SITE)
    visit = {"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
    status, headers, _ = site.ask("/web.html", **visit)
    assert status == 200
    assert headers["X-Frame-Options"] == "DENY" and headers["Cross-Origin-Resource-Policy"] == "same-origin"


@pytest.mark.parametrize("headers", [
    {}, {"Origin": "http://evil.example"}, {"Content_Type": "text/plain"},
    {"Origin": "http://127.0.0.1:{port}", "Content_Type": "text/plain"},
    {"Origin": "http://127.0.0.1:{port}", "Content_Type": "application/x-www-form-urlencoded"},
    {"Origin": "http://127.0.0.1:{port}", "Content_Type": "application/json", "Sec_Fetch_Site": "cross-site"},
])
def test_only_a_page_of_the_preview_changes_files(preview, headers):
    site = preview({"content/index.md": "# Home\n\n[a](b.md \"c\" )\n\n```bash\nkubectl get pod --outptu wide\n```\n"})
    report = site.findings("/")
    findings = report["report"]["diagnostics"]
    fixable = next(index for index, finding in enumerate(findings) if any(fix["edits"] for fix in finding["fixes"]))
    body = {"files": report["files"], "file": report["file"], "text": report["text"], "finding": fixable, "fix": 0}
    before = site.read("content/index.md")
    headers = {name: value.format(port=site.port) for name, value in headers.items()}
    status, _, _ = site.ask("/.runbookgen/fix", "POST", json.dumps(body).encode(), **headers)
    assert status == 403
    assert site.read("content/index.md") == before
    # The same from a page of its own is carried out.
    assert site.post("fix", body)[0] == 200
    assert site.read("content/index.md") != before


def test_another_site_gets_nothing_in_a_browser(preview, browser, tmp_path):
    site = preview(SITE)
    (tmp_path / "evil").mkdir()
    (tmp_path / "evil" / "index.html").write_text("<!doctype html><title>Another site</title><body>")
    handler = functools.partial(http.server.SimpleHTTPRequestHandler, directory=tmp_path / "evil")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"http://localhost:{server.server_port}/")
    tried = page.evaluate(
        """async (url) => {
          const tries = {
            read: () => fetch(url + "web.html").then((answer) => answer.text()),
            opaque: () => fetch(url + "web.html", { mode: "no-cors" }).then((answer) => answer.type),
            fix: () => fetch(url + ".runbookgen/undo", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" }),
            script: () => new Promise((done, failed) => {
              const script = document.createElement("script");
              script.src = url + ".runbookgen/preview.js";
              script.onload = () => done("loaded");
              script.onerror = () => failed(new Error("refused"));
              document.head.append(script);
            }),
            frame: () => new Promise((done) => {
              const frame = document.createElement("iframe");
              frame.src = url + "web.html";
              frame.onload = () => done(frame.contentDocument ? "read" : "closed");
              document.body.append(frame);
            }),
          };
          const found = {};
          for (const [name, run] of Object.entries(tries)) {
            try { found[name] = String(await run()); } catch { found[name] = "refused"; }
          }
          return found;
        }""",
        site.url)
    assert tried == {"read": "refused", "opaque": "refused", "fix": "refused", "script": "refused", "frame": "closed"}
    frame = page.frames[-1]
    assert "Restart" not in frame.content()
    context.close()
    server.shutdown()


@pytest.mark.parametrize("target", [
    "/../project-0/runbookgen.yml", "/..%2f..%2f..%2f..%2fetc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "//etc/passwd", "/etc/passwd",
    "/runbookgen.yml", "/content/web.md", "/web.md", "/.git/config", "/secret.txt", "/link.txt", "/templates/page.mustache",
    "/.runbookgen/../runbookgen.yml", "/.runbookgen/templates.c", "/%00", "/web.html%00.txt", "/%ff%fe", "/%", "/%zz",
])
def test_nothing_outside_the_output_is_served(preview, tmp_path, target):
    project = tmp_path / "project-0"
    harness.write_project(project, SITE | {"runbookgen.yml": "site: {title: Ops hushed}\n", "content/.git/config": "hushed", "secret.txt": "hushed"})
    (tmp_path / "outside.txt").write_text("hushed")
    os.symlink(tmp_path / "outside.txt", project / "content" / "link.txt")
    site = preview(project)
    status, _, body = site.ask(target)
    assert status == 404, (target, status)
    assert b"hushed" not in body and b"root:" not in body


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_methods_are_refused(preview, method):
    site = preview(SITE)
    assert site.ask("/web.html", method)[0] == 405


def test_a_head_is_a_page_without_its_body(preview):
    site = preview(SITE)
    status, headers, body = site.ask("/web.html", "HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) == len(site.ask("/web.html")[2])


@pytest.mark.parametrize("body", [
    b"", b"{", b"[]", b"null", b'{"file": 1}', b'{"files": ["x"], "file": "../../x", "text": "", "finding": 0, "fix": 0}',
    b'{"files": ["content/web.md"], "file": "content/web.md", "text": "", "finding": -1, "fix": 99999999999999999999}',
    b'{"a":' * 5000, b"\xff" * 100,
])
def test_a_request_that_makes_no_sense_changes_nothing(preview, body):
    site = preview(SITE)
    for name in ["fix", "undo", "nothing"]:
        status, _, answer = site.ask(
            "/.runbookgen/" + name, "POST", body, Content_Type="application/json", Origin=site.url.rstrip("/"))
        assert status in (404, 409), (name, status)
    assert site.read("content/web.md") == PAGE
    assert site.ask("/web.html")[0] == 200


def test_what_is_too_long_is_refused(preview):
    site = preview(SITE)
    status, _, _ = site.ask(
        "/.runbookgen/fix", "POST", b" " * 1_000_000, Content_Type="application/json", Origin=site.url.rstrip("/"))
    assert status == 413
    with socket.create_connection(("127.0.0.1", site.port)) as connection:
        try:
            connection.sendall(b"GET / HTTP/1.1\r\n" + b"X: " + b"y" * 2_000_000)
            connection.shutdown(socket.SHUT_WR)
            connection.recv(100)
        except OSError:
            pass
    assert site.ask("/web.html")[0] == 200


@pytest.mark.parametrize("sent", [b"\x16\x03\x01\x02\x00\x01", b"GET\r\n\r\n", b"GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", b"\n" * 1000, b""])
def test_what_is_no_request_does_no_harm(preview, sent):
    site = preview(SITE)
    with socket.create_connection(("127.0.0.1", site.port)) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        try:
            while part := connection.recv(4096):
                answer += part
        except OSError:
            pass
        assert b"pods" not in answer
    assert site.ask("/web.html")[0] == 200


def test_a_browser_that_goes_away_leaves_nothing_behind(preview):
    site = preview(SITE)
    before = len(os.listdir(f"/proc/{site.process.pid}/fd"))
    for _ in range(50):
        connection = socket.create_connection(("127.0.0.1", site.port))
        connection.sendall(f"GET /.runbookgen/events HTTP/1.1\r\nHost: 127.0.0.1:{site.port}\r\n\r\n".encode())
        assert connection.recv(100)
        connection.close()
    site.replace("content/web.md", "A full volume.", "A volume that is full.")
    site.until(lambda: "A volume that is full." in site.text("/web.html"))
    site.until(lambda: len(os.listdir(f"/proc/{site.process.pid}/fd")) <= before + 2)


def test_a_port_that_is_taken(preview, binary):
    site = preview(SITE)
    done = subprocess.run(
        [binary, "serve", "--project", site.project, "--port", str(site.port)], capture_output=True, text=True)
    assert done.returncode == 74
    assert f"port {site.port}" in done.stderr and "another program uses it" in done.stderr and "--port" in done.stderr


def test_two_previews_take_two_ports(binary, tmp_path):
    harness.write_project(tmp_path / "site", SITE)
    blocked = socket.socket()
    blocked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        blocked.bind(("127.0.0.1", 4747))
        blocked.listen()
    except OSError:
        # Somebody has it: that is all that this needs.
        pass
    with subprocess.Popen(
        [binary, "serve", "--project", tmp_path / "site", "--today", TODAY], stderr=subprocess.PIPE, text=True) as process:
        line = process.stderr.readline()
        process.terminate()
    blocked.close()
    assert "http://127.0.0.1:47" in line and "http://127.0.0.1:4747/" not in line


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_a_port_that_is_none(binary, port):
    done = subprocess.run([binary, "serve", f"--port={port}"], capture_output=True, text=True)
    assert done.returncode == 64 and "--port" in done.stderr


def test_a_folder_that_is_not_there(binary, tmp_path):
    done = subprocess.run(
        [binary, "serve", "--project", tmp_path / "nothing"], capture_output=True, text=True)
    assert done.returncode == 74 and "nothing" in done.stderr
