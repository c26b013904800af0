"""Builds wikis, serves them, and opens their pages in Chromium."""

from __future__ import annotations

import fcntl
import functools
import http.server
import os
import pathlib
import re
import shutil
import struct
import subprocess
import threading
import time
import zlib

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]


def find_binary() -> pathlib.Path:
    """The program under test: $RUNBOOKGEN, else the newer one of the two builds."""
    if named := os.environ.get("RUNBOOKGEN"):
        return pathlib.Path(named).resolve()
    built = [ROOT / ".build" / kind / "runbookgen" for kind in ("debug", "release")]
    present = [path for path in built if path.exists()]
    if not present:
        raise RuntimeError("no runbookgen: run 'swift build', or name one in RUNBOOKGEN")
    return max(present, key=lambda path: path.stat().st_mtime)


# Seconds after which something hangs. It says nothing of speed: other programs may have the machine.
PATIENCE = 600

FONTS = pathlib.Path(__file__).resolve().parent / "fonts"


# What a test has that does not depend on fonts; those that do are run with `EVERY_FONT`, or with
# `OTHER_FONTS` where the rest of a walk over the pages has done these.
USUAL_FONTS = "dejavu"
_ALL = [path.stem for path in sorted(FONTS.glob("*.conf"))]
EVERY_FONT = pytest.mark.parametrize("fonts", _ALL)
OTHER_FONTS = pytest.mark.parametrize("fonts", [name for name in _ALL if name != USUAL_FONTS])


def font_environment(name: str) -> dict[str, str]:
    """What makes Chromium see the fonts of `fonts/NAME.conf` and no others."""
    variables = os.environ | {"FONTCONFIG_FILE": str(FONTS / f"{name}.conf")}
    listing = subprocess.run(["fc-list"], env=variables, capture_output=True, check=True).stdout
    if not listing.strip():
        pytest.skip(f"needs the fonts of fonts/{name}.conf: make browser-packages")
    return variables


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """In continuous integration a skipped test is a failed one: nobody reads what was skipped."""
    report = yield
    if report.skipped and os.environ.get("CI", "") not in ("", "false", "0"):
        report.outcome = "failed"
        report.longrepr = f"in CI every test has to run: {report.longrepr}"
    return report


def once(factory, name: str, make):
    """Runs `make(folder)` in one of the workers; all of them get the folder."""
    shared = factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    folder = shared / f"shared-{name}"
    with open(shared / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        done = folder / ".done"
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def settle(page) -> None:
    """Waits until the page has laid itself out, and its scripts have answered to that."""
    page.evaluate("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")


def eventually(page, read, expected) -> None:
    """Waits until a function returns what is expected, for as long as a slow machine may need."""
    end = time.monotonic() + PATIENCE / 5
    while (found := read()) != expected:
        if time.monotonic() > end:
            kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
            raise AssertionError(f"{found!r} did not become {expected!r} on {page.url}, which keeps {kept}")
        page.wait_for_timeout(20)


def printed(page, folder: pathlib.Path) -> str:
    """The text of the page on paper, with one space between words; the sheets are left in a folder."""
    page.pdf(path=str(folder / "page.pdf"), format="A4")
    done = subprocess.run(
        ["pdftotext", "-layout", folder / "page.pdf", "-"], capture_output=True, text=True
    )
    return re.sub(r"\s+", " ", done.stdout)


def requests_outside(page, root: str) -> list[str]:
    """What the page has asked for since the last call."""
    outside = [url for url in page.watch.requests if not url.startswith((root, "data:"))]
    page.watch.requests.clear()
    return [f"{page.url} asks for {url}" for url in outside]


def find_chromium() -> str:
    # The shell is the same browser without windows, and takes half the time.
    for name in ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"):
        if path := shutil.which(name):
            return path
    raise RuntimeError("no chromium on PATH: run 'make browser-packages'")


class Wiki:
    """A built output folder."""

    def __init__(self, folder: pathlib.Path, log: str = ""):
        self.folder = folder
        self.log = log

    @functools.cached_property
    def pages(self) -> list[str]:
        """Every page, relative to the folder, sorted. What is pasted into Confluence is none."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        pasted = re.compile("confluence/.*/(cloud|dc).html")
        return sorted(path for path in found if not pasted.fullmatch(path))

    @property
    def file_url(self) -> str:
        return self.folder.as_uri() + "/"

    def text(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")


def build(binary: pathlib.Path, project: pathlib.Path, output: pathlib.Path, *options: str) -> Wiki:
    """Runs `runbookgen build`; a build that finds errors is a failure of the test."""
    done = subprocess.run(
        [binary, "build", "--project", project, "--output", output, "--color", "never", *options],
        capture_output=True,
        text=True,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, f"runbookgen build exited {done.returncode}\n{done.stderr}"
    return Wiki(output, done.stderr)


def png() -> bytes:
    """A picture of one pixel."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b""))


def write_project(folder: pathlib.Path, files: dict[str, str | bytes]) -> None:
    """Writes a small project; keys are paths such as `content/index.md`."""
    for path, content in files.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


class Server:
    """Serves a folder on a loopback port below a base path, with its 404.html for what is missing."""

    def __init__(self, folder: pathlib.Path, base: str = "/"):
        class Handler(http.server.SimpleHTTPRequestHandler):
            # Connections are kept.
            protocol_version = "HTTP/1.1"

            def __init__(self, *arguments):
                super().__init__(*arguments, directory=str(folder))

            def send_head(self):
                if not self.path.startswith(base):
                    return super().send_error(404)
                self.path = "/" + self.path[len(base) :]
                return super().send_head()

            def send_error(self, code, message=None, explain=None):
                page = folder / "404.html"
                if code != 404 or not page.exists():
                    return super().send_error(code, message, explain)
                body = page.read_bytes()
                self.send_response(404)
                self.send_header("Content-Type", "text/html; charset=utf-8")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def end_headers(self):
                # A build within the second of another one has the same Last-Modified.
                self.send_header("Cache-Control", "no-store")
                super().end_headers()

            def log_message(self, *_):
                pass

        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}{base}"
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)
        self._thread.start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


class Watch:
    """Collects what a page must not do: log, throw, open a dialog, leave the site."""

    def __init__(self, page, allowed: list[str]):
        self.problems: list[str] = []
        self.requests: list[str] = []
        self._allowed = allowed
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.problems.append(f"{page.url}: error: {error}"))
        page.on("dialog", self._dialog)
        page.on("request", self._request)
        page.on("requestfailed", self._failed)
        page.on("crash", lambda _: self.problems.append(f"{page.url}: the page crashed"))

    def allow(self, prefix: str) -> None:
        self._allowed.append(prefix)

    def _console(self, message) -> None:
        if message.type in ("error", "warning"):
            where = message.location.get("url", "")
            self.problems.append(f"console {message.type}: {message.text} ({where})")

    def _dialog(self, dialog) -> None:
        self.problems.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def _request(self, request) -> None:
        self.requests.append(request.url)
        inside = ("data:", "blob:", "about:", *self._allowed)
        if not request.url.startswith(inside):
            self.problems.append(f"request outside the site: {request.url}")

    def _failed(self, request) -> None:
        # A download or a navigation that another one overtook is no failure of the site.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"request failed: {request.url}: {request.failure}")
