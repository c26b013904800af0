"""The goals that a build has to meet, and what was measured of each."""

import filecmp
import os

MIB = 2**20


class Goal:
    """`value` is None when the cases that it needs did not run."""

    def __init__(self, text, value, limit, unit="", at_least=False):
        self.text, self.value, self.limit, self.unit, self.at_least = text, value, limit, unit, at_least

    @property
    def verdict(self):
        if self.value is None:
            return "not measured"
        is_met = self.value >= self.limit if self.at_least else self.value <= self.limit
        return "met" if is_met else "**not met**"

    def show(self, number):
        if number is None:
            return "–"
        if isinstance(number, bool):
            return "yes" if number else "no"
        digits = 0 if abs(number) >= 100 else 1 if abs(number) >= 10 else 3 if abs(number) < 1 else 2
        return f"{number:,.{digits}f}{self.unit}"

    @property
    def bound(self):
        if isinstance(self.limit, bool):
            return "yes"
        return ("≥ " if self.at_least else "≤ ") + self.show(self.limit)


def all_goals(results, pages, output):
    """`output` is what was looked up in the wiki that was built: see `inspect`."""
    def milliseconds(value):
        return None if value is None else value * 1000

    smaller = "cold-tenth" if "cold-tenth" in results else None
    growth = results.ratio("cold", smaller) if smaller else None
    memory = results.median("cold", "memory")
    # In milliseconds.
    edit = 60 if pages <= 1000 else pages * 0.03
    return [
        Goal("cold wall time to Hugo without highlighting", results.ratio("cold", "hugo"), 0.3, " ×"),
        Goal("cold CPU time to the floor", results.ratio("cold", "floor", field="cpu"), 4, " ×"),
        Goal("cold wall time to Hugo with highlighting + Pagefind + lychee",
             results.ratio("cold", "hugo-hl", "pagefind", "lychee"), 0.05, " ×"),
        Goal("cold with Confluence to Hugo without highlighting", results.ratio("cold-all", "hugo"), 1, " ×"),
        Goal("check to rumdl", results.ratio("check", "rumdl"), 0.3, " ×"),
        Goal("cold, 100 pages", milliseconds(results.median("cold-100")), 40, " ms"),
        Goal("nothing changed to Hugo cold", results.ratio("unchanged", "hugo"), 0.1, " ×"),
        Goal("after changes byte for byte a cold build", output.get("same"), True),
        Goal("one body edited", milliseconds(results.median("edited")), edit, " ms"),
        Goal("one title renamed", milliseconds(results.median("renamed")), 3 * edit, " ms"),
        Goal("growth of cold wall time for 10 × the pages, from 1,000 up", growth, 10.5, " ×"),
        Goal("peak memory, cold", memory and memory / MIB, 40 + pages * 10_000 / MIB, " MiB"),
        Goal("gain from the second core", results.ratio("one-core", "cold"), 1.6, " ×", at_least=True),
        Goal("HTML a page, mean", output.get("html"), 20, " kB"),
        Goal("search files for a first query", output.get("search"), 300, " kB"),
        Goal("--version", milliseconds(results.median("version")), 15, " ms"),
    ]


def confluence_goals(results):
    return [Goal(
        "markdown-to-confluence to cold with Confluence, wall time", results.ratio("md2conf", "cold-all"),
        10, " ×", at_least=True)]


def inspect(site, wiki, fresh):
    """What the wiki holds: HTML a page, search files, and whether it is what a cold build made."""
    found = {"same": same_trees(wiki, fresh)}
    sizes = []
    content = os.path.join(site, "content")
    for folder, _, names in os.walk(content):
        for name in names:
            page = os.path.join(wiki, os.path.relpath(folder, content), name[:-3] + ".html")
            if name.endswith(".md") and os.path.exists(page):
                sizes.append(os.path.getsize(page))
    if sizes:
        found["html"], found["largest"] = sum(sizes) / len(sizes) / 1000, max(sizes) / 1000
    search = first_query(os.path.join(wiki, "search"))
    if search:
        found["search"] = search
    return found


def first_query(folder, words=2, hits=10):
    """Kilobytes that a query of two words fetches at worst: the directory, and the largest shards of
    terms (w), places (p) and excerpts (d)."""
    if not os.path.isdir(folder):
        return None
    sizes = {name: os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder)}
    largest = {kind: max((s for n, s in sizes.items() if n[0] == kind and n[1:2].isdigit()), default=0)
               for kind in "wpd"}
    total = sizes.get("index.js", 0) + words * (largest["w"] + largest["p"]) + hits * largest["d"]
    return total / 1000 if total else None


def same_trees(one, other):
    return files(one) == files(other) and all(
        filecmp.cmp(os.path.join(one, name), os.path.join(other, name), shallow=False)
        for name in files(one))


def files(root):
    return sorted(
        os.path.relpath(os.path.join(folder, name), root)
        for folder, _, names in os.walk(root) for name in names)
