"""What a run does when requests fail, when it is killed, and with a token."""

from __future__ import annotations

import base64
import collections
import os
import pathlib
import random
import time
import urllib.error
import urllib.request

import pytest

import fake
from fake import Broken, Refusal
from fake_server import Server
from conftest import Site, small


def undisturbed(product: str, folder: pathlib.Path, change=None) -> list:
    """What an undisturbed run ends in."""
    server = Server(product)
    site = small(Site(folder, server))
    site.publish()
    if change:
        change(site)
        site.publish()
    server.close()
    return server.confluence.snapshot()


def rework(site: Site):
    """A bit of everything."""
    site.page("node/drain.md", "Drain it", "![Plan](plan.png)\n\nNow [restart](restart.md).", "node, drain")
    site.page("node/restart.md", "Restart a node", "Back [home](../index.md).", "again")
    site.page("other/index.md", "Others", "About [draining](../node/drain.md).", "other")
    site.page("other/one.md", "One more", "Text.", "other")


class Once:
    """A fault that strikes at each request when it is sent for the first time."""

    def __init__(self, raises, writes_only: bool = False):
        self.raises, self.writes_only = raises, writes_only
        self.struck: collections.Counter = collections.Counter()

    def __call__(self, request: fake.Request):
        if self.writes_only and not request.writes:
            return
        key = (request.method, request.target, request.body[:400])
        self.struck[key] += 1
        if self.struck[key] == 1:
            raise self.raises()


@pytest.mark.parametrize("status", [429, 503])
def test_a_busy_server_is_asked_again(site, tmp_path, status):
    fault = Once(lambda: Refusal(status, "Busy", {"Retry-After": "0"}))
    site.confluence.faults.append(fault)
    site.publish()
    assert len(fault.struck) > 20, "every request was refused once"
    assert site.confluence.snapshot() == undisturbed(site.confluence.product, tmp_path / "same")


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
def test_a_connection_breaks(site, tmp_path, after):
    """Each request that writes, before it has done its work or after it; nothing is done twice."""
    fault = Once(lambda: Broken(after), writes_only=True)
    site.confluence.faults.append(fault)
    site.publish()
    rework(site)
    site.publish()
    assert len(fault.struck) > 25
    assert site.confluence.snapshot() == undisturbed(site.confluence.product, tmp_path / "same", rework)
    names = [(page.space, page.title.casefold()) for page in site.confluence.current()]
    assert len(names) == len(set(names))
    for page in site.confluence.published():
        assert all(file["version"] == 1 for file in page.attachments.values())


def test_a_server_that_stays_busy_ends_the_run(cloud_site):
    def busy(request: fake.Request):
        raise Refusal(429, "Rate limit", {"Retry-After": "0"})

    site = cloud_site
    site.confluence.faults.append(busy)
    text = site.publish(status=74)
    assert "it answers 429: Rate limit (tried 5 times)" in text and len(site.confluence.log) == 5


def test_the_wait_has_a_ceiling(cloud_site):
    """An hour is more than anybody waits: a minute is, which is not waited for here."""
    site = cloud_site
    site.confluence.faults.append(lambda _: (_ for _ in ()).throw(Refusal(429, "Slow", {"Retry-After": "3600"})))
    process = site.start("publish")
    line = process.stdout.readline()
    process.kill()
    process.wait()
    assert line.startswith("waiting 60 s for http") and "429: Slow" in line


def test_it_waits_as_long_as_it_is_told(cloud_site):
    site = cloud_site
    times = []

    def once(request: fake.Request):
        times.append(time.monotonic())
        if len(times) == 1:
            raise Refusal(503, "Later", {"Retry-After": "1"})

    site.confluence.faults.append(once)
    site.plan()
    assert times[1] - times[0] >= 1


def killed(site: Site, chance: random.Random, kill_after: int):
    """Starts a run and kills it when the server has got so many requests."""
    confluence = site.confluence
    start = len(confluence.log)
    process = site.start("publish")
    while process.poll() is None and len(confluence.log) - start < kill_after:
        time.sleep(0.001)
    time.sleep(chance.random() * 0.01)
    process.kill()
    process.communicate()
    site.wait_until_idle()


KILLS = int(os.environ.get("KILLS", "3"))


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_run_that_was_killed_is_finished_by_the_next(server, tmp_path, seed):
    """First while everything is new, then while much is different."""
    chance = random.Random(seed)
    site = small(Site(tmp_path / "project", server))
    killed(site, chance, chance.randrange(3, 34))
    if chance.random() < 0.3:
        killed(site, chance, chance.randrange(3, 20))
    site.publish()
    rework(site)
    killed(site, chance, chance.randrange(3, 40))
    if chance.random() < 0.3 and (site.folder / "confluence-pages.yml").exists():
        site.forget()
    site.publish()
    assert site.confluence.snapshot() == undisturbed(server.confluence.product, tmp_path / "same", rework)
    writes = len(site.writes())
    site.publish()
    assert len(site.writes()) == writes


def secrets() -> list[bytes]:
    basic = base64.b64encode(f"{fake.EMAIL}:{fake.TOKEN}".encode())
    return [fake.TOKEN.encode(), basic]


def test_nobody_sees_the_token(site):
    """While every request is under way, in what the system shows of each process; the program's own
    variables, where the user has put it, aside."""
    seen = collections.Counter()

    def look(request: fake.Request):
        for folder in pathlib.Path("/proc").iterdir():
            if not folder.name.isdigit():
                continue
            try:
                command = (folder / "cmdline").read_bytes()
                variables = (folder / "environ").read_bytes()
            except OSError:
                continue
            if site.server.url.encode() in command or command.startswith(b"curl\0"):
                seen["curl"] += 1
                assert not any(secret in variables for secret in secrets()), variables
            if any(secret in command for secret in secrets()):
                seen["leak"] += 1

    site.confluence.faults.append(look)
    site.publish()
    assert seen["curl"] > 20 and not seen["leak"]


def test_a_token_file_is_its_owners(site):
    token = site.folder / "token"
    token.write_text(fake.TOKEN + "\n")
    token.chmod(0o640)
    arguments = ("plan", "--token-file", "token")
    ended = site.run(*arguments, CONFLUENCE_TOKEN="")
    assert ended.returncode == 74 and "(mode 640)" in ended.stderr and "chmod 600" in ended.stderr
    token.chmod(0o600)
    assert site.run(*arguments, CONFLUENCE_TOKEN="").returncode == 0
    token.unlink()
    assert site.run(*arguments, CONFLUENCE_TOKEN="").returncode == 74


def test_without_a_token(site):
    ended = site.run("publish", CONFLUENCE_TOKEN="")
    assert ended.returncode == 64 and "there is no token" in ended.stderr
    ended = site.run("publish", CONFLUENCE_TOKEN="two words")
    assert ended.returncode == 64 and "two words" not in ended.stderr
    ended = site.run("publish", CONFLUENCE_TOKEN="wrong-token")
    assert ended.returncode == 74 and "does not accept the token" in ended.stderr
    assert "wrong-token" not in ended.stderr and len(site.confluence.log) == 1


def test_a_token_is_not_sent_in_the_clear(site):
    site.configure("http://wiki.example.com")
    ended = site.run("publish")
    assert ended.returncode == 74 and "only sent over https" in ended.stderr


def test_nobody_listens(site):
    port = site.server.url.split(":")[2].split("/")[0]
    site.configure(site.server.url.replace(port, "1"))
    ended = site.run("plan")
    assert ended.returncode == 74 and "connect" in ended.stderr


def test_settings_of_curl_are_not_read(site, tmp_path):
    """They could write the token into a file."""
    (tmp_path / ".curlrc").write_text(f'trace-ascii = "{tmp_path}/trace"\n')
    ended = site.run("plan", HOME=str(tmp_path))
    assert ended.returncode == 0 and not (tmp_path / "trace").exists()


# The fake itself: what it refuses.


def ask(server: Server, method: str, path: str, body: bytes = b"", **headers: str) -> int:
    basic = base64.b64encode(f"{fake.EMAIL}:{fake.TOKEN}".encode()).decode()
    headers = {"Authorization": f"Basic {basic}", "Content-Type": "application/json"} | {
        name.replace("_", "-"): value for name, value in headers.items()
    }
    request = urllib.request.Request(server.url + path, method=method, data=body or None, headers=headers)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_the_fake_refuses_what_confluence_refuses():
    server = Server("cloud")
    confluence = server.confluence
    page = confluence.root.id
    made = '{"spaceId": "10", "status": "current", "title": "%s", "body": {"representation": "storage", "value": "%s"}}'
    assert ask(server, "GET", "/api/v2/spaces", Authorization="Basic nobody") == 401
    assert ask(server, "POST", "/api/v2/pages", (made % ("RUNBOOKS", "")).encode()) == 400
    assert ask(server, "POST", "/api/v2/pages", (made % ("New", "<p>")).encode()) == 400
    assert ask(server, "POST", "/api/v2/pages", (made % ("New", "<p>&nbsp;</p>")).encode()) == 200
    update = '{"id": "%s", "status": "current", "title": "T", "body": {"representation": "storage", "value": ""}, "version": {"number": %d}}'
    assert ask(server, "PUT", f"/api/v2/pages/{page}", (update % (page, 1)).encode()) == 409
    assert ask(server, "PUT", f"/api/v2/pages/{page}", (update % (page, 2)).encode()) == 200
    form = b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\n\r\nx\r\n--b--\r\n'
    kind = {"Content_Type": "multipart/form-data; boundary=b"}
    path = f"/rest/api/content/{page}/child/attachment"
    assert ask(server, "PUT", path, form, **kind) == 403
    assert ask(server, "PUT", path, form, X_Atlassian_Token="no-check", **kind) == 200
    assert ask(server, "POST", path, form, X_Atlassian_Token="no-check", **kind) == 400
    assert ask(server, "GET", "/api/v2/nothing") == 404
    server.close()
