#!/usr/bin/env python3
"""Writes a realistic site of runbooks: seeded, deterministic, for runbookgen, Hugo and Zensical.

    generate-site.py OUT --pages N [--flavour runbookgen|hugo|mkdocs|plain] [--seed S]
    generate-site.py OUT --pages N --flavour F --edit K [--revision R]

The bodies of the pages are the same in every flavour. `--edit` writes page K alone, with a body that
is changed by one paragraph; N, F and S must be those of the site. Needs Python 3 and nothing else.
"""

import argparse
import os
import sys
from concurrent.futures import ProcessPoolExecutor

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from generator import flavours, pages  # noqa: E402


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("out", help="folder of the site; made when it is missing")
    parser.add_argument("--pages", type=int, default=1000, help="100 to 100000 (default: 1000)")
    parser.add_argument("--seed", default="runbooks", help="another seed makes another site")
    parser.add_argument("--flavour", choices=sorted(flavours.ALL), default="runbookgen")
    parser.add_argument("--edit", type=int, metavar="K", help="change the body of page K only")
    parser.add_argument("--revision", type=int, default=1, help="which change --edit makes")
    options = parser.parse_args()
    if not 1 <= options.pages <= 1_000_000:
        parser.error("--pages must be from 1 to 1000000")
    if options.edit is not None and not 0 <= options.edit < options.pages:
        parser.error(f"--edit must be from 0 to {options.pages - 1}")

    site = pages.Site(options.pages, options.seed)
    flavour = flavours.ALL[options.flavour]
    if options.edit is not None:
        write_page(options.out, site, flavour, options.edit, options.revision)
        return
    flavour.write_frame(options.out, site)
    for folder in site.folders():
        os.makedirs(os.path.join(options.out, flavour.content, folder), exist_ok=True)
    for path, page in site.index_pages():
        write(options.out, flavour, path, page)
    spread(options, site)


def spread(options, site):
    """All cores: a page depends on its number and the seed only."""
    step = 500
    jobs = [
        (options.out, options.pages, options.seed, options.flavour, start, step)
        for start in range(0, site.count, step)
    ]
    if len(jobs) == 1:
        write_pages(jobs[0])
        return
    with ProcessPoolExecutor() as pool:
        for _ in pool.map(write_pages, jobs):
            pass


_sites = {}


def write_pages(job):
    out, count, seed, name, start, step = job
    site = _sites.get((count, seed)) or _sites.setdefault((count, seed), pages.Site(count, seed))
    for index in range(start, min(start + step, count)):
        write_page(out, site, flavours.ALL[name], index)


def write_page(out, site, flavour, index, revision=0):
    write(out, flavour, site.path(index), site.page(index, revision))


def write(out, flavour, path, page):
    path = os.path.join(out, flavour.content, flavour.file_name(path))
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(flavour.front_matter(page))
        file.write(page.body)


if __name__ == "__main__":
    main()
