"""Previews of small sites, and a browser that looks at them."""

from __future__ import annotations

import http.client
import json
import os
import pathlib
import re
import subprocess
import sys
import time
import urllib.parse

import pytest
from playwright.sync_api import sync_playwright

HERE = pathlib.Path(__file__).parent
sys.path.append(str(HERE.parent / "Browser"))

import harness  # noqa: E402
from harness import pytest_runtest_makereport  # noqa: E402,F401

ROOT = harness.ROOT
CORPORA = ROOT.parent / "shared" / "corpora"
TODAY = "2026-11-23"

PAGE = """---
kind: runbook
title: Restart the web pods
summary: Restart pods that hang.
owner: platform
reviewed: 2026-11-01
review_every: 1 year
inputs:
  pod: {type: string, pattern: "[a-z0-9-]+", example: web-1, description: The pod.}
---

# Restart the web pods

## When to use this

When a pod hangs.

<details>
<summary>Why they hang</summary>

A full volume.

</details>

## Procedure

### Step 1: Look at it

```bash
kubectl get pods <pod>
```

### Step 2: Restart it

```bash
kubectl delete pod <pod>
```

## Rollback

Nothing is to be rolled back.
"""

HOME = """---
kind: concept
title: Home
summary: Where all begins.
owner: platform
reviewed: 2026-11-01
review_every: 1 year
---

See [the runbook](web.md).
"""

FILLER = "".join(f"\n### Note {number}\n\nSome words that take their place on the screen.\n" for number in range(60))
WEB = "content/web.md"
SITE = {"content/index.md": HOME, WEB: PAGE.replace("## Rollback", FILLER + "\n## Rollback")}


class Preview:
    """A running `runbookgen serve` of a project."""

    def __init__(self, binary: pathlib.Path, project: pathlib.Path, *options: str):
        self.project = project
        # In a file, as nobody reads a pipe that may become full.
        self.log_path = project.parent / f"{project.name}.log"
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                [binary, "serve", "--project", project, "--port", "0", "--today", TODAY, *options],
                stderr=log, stdout=log)
        self.until(lambda: "http://" in self.log)
        self.url = re.search(r"http://127\.0\.0\.1:\d+/", self.log)[0]
        self.port = urllib.parse.urlsplit(self.url).port

    @property
    def log(self) -> str:
        return self.log_path.read_text(encoding="utf-8")

    def until(self, isDone) -> None:
        end = time.monotonic() + harness.PATIENCE
        while not isDone():
            assert self.process.poll() is None, self.log
            assert time.monotonic() < end, self.log
            time.sleep(0.01)

    def write(self, name: str, text: str) -> None:
        path = self.project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def read(self, name: str) -> str:
        return (self.project / name).read_text(encoding="utf-8")

    def replace(self, name: str, old: str, new: str) -> None:
        text = self.read(name)
        assert old in text
        # In one step: whoever looks at the file meanwhile sees the one or the other.
        beside = self.project.parent / "beside"
        beside.write_text(text.replace(old, new), encoding="utf-8")
        os.replace(beside, self.project / name)

    def ask(self, target: str, method: str = "GET", body: bytes | None = None, **headers: str):
        """The status, the headers and the body of an answer; `Sec_Fetch_Site` is the header `Sec-Fetch-Site`."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=harness.PATIENCE)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request(method, target, body=body, headers=named)
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), text

    def text(self, target: str) -> str:
        status, _, body = self.ask(target)
        assert status == 200, (target, status, body[:200])
        return body.decode()

    def findings(self, path: str) -> dict:
        return json.loads(self.text("/.runbookgen/page?path=" + urllib.parse.quote(path)))

    def found(self, path: str) -> list[str]:
        return [finding["id"] for finding in self.findings(path)["report"]["diagnostics"]]

    def post(self, name: str, value: dict):
        return self.ask(
            "/.runbookgen/" + name, "POST", json.dumps(value).encode(), Content_Type="application/json",
            Origin=self.url.rstrip("/"))

    def memory(self) -> int:
        """What it holds of the memory, in kilobytes."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1])

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait(timeout=harness.PATIENCE)


def shows(page, text: str) -> None:
    """Waits until a page shows a text, whatever is loaded meanwhile."""

    def read():
        try:
            return text in page.inner_text("main")
        except Exception:  # It is being replaced.
            return False

    harness.eventually(page, read, True)


def has_finding(page, rule: str) -> bool:
    try:
        return any(rule in text for text in page.locator("runbookgen-finding .finding").all_inner_texts())
    except Exception:
        return False


@pytest.fixture(scope="session")
def binary():
    return harness.find_binary()


@pytest.fixture
def preview(binary, tmp_path):
    """`preview({"content/index.md": "…"}, "--strict")` serves a project of its own."""
    running = []

    def start(files: dict[str, str] | pathlib.Path, *options: str) -> Preview:
        project = files
        if isinstance(files, dict):
            project = tmp_path / f"project-{len(running)}"
            harness.write_project(project, files)
        running.append(Preview(binary, project, *options))
        return running[-1]

    yield start
    for one in running:
        one.stop()


@pytest.fixture(scope="session")
def browser():
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    arguments.append("--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1 , EXCLUDE localhost")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=harness.find_chromium(), args=arguments, timeout=harness.PATIENCE * 1000)
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser):
    """`open_page(url)` opens a page; what it throws fails the test."""
    contexts, thrown = [], []

    def open_one(url: str):
        context = browser.new_context(viewport={"width": 1300, "height": 800})
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(harness.PATIENCE * 1000)
        page.on("pageerror", lambda error: thrown.append(str(error)))
        page.goto(url)
        # The bar comes once all is in place.
        page.wait_for_selector("runbookgen-finding .bar", state="attached")
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert not thrown
