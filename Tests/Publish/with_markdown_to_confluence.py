#!/usr/bin/env python3
"""Publishes with another tool to our Confluence, twice: a fake that only our own program can talk to proves nothing.

    with_markdown_to_confluence.py PYTHON

PYTHON is one with `markdown-to-confluence` of PyPI, such as .build-bench/peers/bin/python after `make bench-packages`.
"""

import pathlib
import shutil
import subprocess
import sys
import tempfile

import fake
from fake_server import Server

HERE = pathlib.Path(__file__).parent


def main(python: str) -> int:
    server = Server("cloud")
    with tempfile.TemporaryDirectory() as folder:
        pages = pathlib.Path(folder) / "pages"
        shutil.copytree(HERE.parent.parent / "content", pages)
        shutil.copy(HERE / "plan.png", pages)
        (pages / "picture.md").write_text("# A page with a picture\n\n![Plan](plan.png)\n")
        first = publish(python, pages, server)
        second = publish(python, pages, server)
    server.close()
    count = len(list((HERE.parent.parent / "content").rglob("*.md"))) + 1
    made = len(server.confluence.current()) - 2 * len(fake.SPACES)
    print(f"{made} pages of {count}; {len(first)} writing requests at first, then {len(second)}")
    print(f"unknown to the fake: {server.confluence.unknown or 'nothing'}")
    return 0 if made == count and first and not second and not server.confluence.unknown else 1


def publish(python: str, pages: pathlib.Path, server: Server) -> list[str]:
    """The requests that wrote something."""
    log = server.confluence.log
    start = len(log)
    host = server.url.removeprefix("http://").removesuffix("/wiki")
    subprocess.run(
        [
            python, "-m", "md2conf", str(pages), "--domain", host, "--api-url", server.url + "/", "--space", "OPS",
            "--username", fake.EMAIL, "--api-key", fake.TOKEN, "--api-version", "v2",
            "--root-page", server.confluence.root.id, "--loglevel", "error",
        ],
        check=True,
    )
    return [f"{x.request.method} {x.request.path} {x.status}" for x in log[start:] if x.request.writes]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    sys.exit(main(sys.argv[1]))
