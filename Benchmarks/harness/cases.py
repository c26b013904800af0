"""What is measured, in the order in which a round does it."""

import os
import shutil
import subprocess
import sys

from .tools import REPOSITORY

# Reviews are judged by this day, so that the clock changes nothing.
TODAY = "2026-11-25"
GENERATOR = os.path.join(REPOSITORY, "Benchmarks", "generate-site.py")


class Case:
    """A command, what has to be so before it, and whose output it needs.

    `scratch` folders are removed before; `after` folders once nobody needs them. Neither is timed.
    """

    def __init__(self, name, title, command, needs=(), scratch=(), after=(), before=None):
        self.name, self.title, self.command, self.needs = name, title, command, needs
        self.scratch, self.after, self.before = scratch, after, before


class Workspace:
    """The generated sites and the outputs, below one folder, best on tmpfs."""

    def __init__(self, root, pages, seed):
        self.root, self.pages, self.seed = root, pages, seed
        self.edited = pages // 2

    def path(self, *names):
        return os.path.join(self.root, *names)

    def site(self, pages=None, flavour="runbookgen"):
        """The folder of a site, generated when it is not there yet."""
        pages = pages or self.pages
        folder = self.path(f"{flavour}-{pages}")
        if not os.path.exists(folder):
            generate(folder, pages, flavour, self.seed)
        return folder

    def edit(self, revision):
        generate(
            self.site(), self.pages, "runbookgen", self.seed, "--edit", str(self.edited), "--revision",
            str(revision))

    def rename(self, revision):
        """Gives another page a title that nobody had, which lists and neighbours show."""
        content = self.path(self.site(), "content")
        pages = sorted(
            os.path.join(folder, name) for folder, _, names in os.walk(content)
            for name in names if name.endswith(".md") and name != "index.md")
        path = pages[len(pages) // 3]
        with open(path, encoding="utf-8") as file:
            lines = file.read().split("\n")
        number = next(number for number, line in enumerate(lines) if line.startswith("title: "))
        lines[number] = f"title: Renamed in round {revision}"
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines))


def generate(folder, pages, flavour, seed, *more):
    subprocess.run(
        [sys.executable, GENERATOR, folder, "--pages", str(pages), "--flavour", flavour, "--seed", seed,
         *more], check=True)


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)


def all_cases(tools, work):
    """Every case whose tool is there."""
    cases = own_cases(tools, work)
    if "floor" in tools:
        output = work.path("out-floor")
        cases.insert(0, Case(
            "floor", "floor: read, parse and render with cmark-gfm, write",
            [tools["floor"], os.path.join(work.site(), "content"), output],
            scratch=[output], after=[output]))
    return cases


def build(tools, site, output, *options):
    return [
        tools["runbookgen"], "build", "--project", site, "--output", output, "--today", TODAY, *options]


def own_cases(tools, work):
    site, wiki = work.site(), work.path("out-wiki")
    everything, single, small = (work.path(f"out-{name}") for name in ("all", "single", "small"))
    cold = build(tools, site, wiki, "--no-confluence")
    cases = [
        Case("cold", "runbookgen build, cold, wiki only", cold, scratch=[wiki]),
        Case("unchanged", "runbookgen build, nothing changed", cold, needs=["cold"]),
        Case("edited", "runbookgen build, one body edited", cold, needs=["cold"], before=work.edit),
        Case("renamed", "runbookgen build, one title renamed", cold, needs=["cold"], before=work.rename),
        Case(
            "cold-all", "runbookgen build, cold, with Confluence", build(tools, site, everything),
            scratch=[everything], after=[everything]),
        Case(
            "check", "runbookgen check",
            [tools["runbookgen"], "check", "--project", site, "--today", TODAY]),
        Case("version", "runbookgen --version", [tools["runbookgen"], "--version"]),
        Case(
            "cold-100", "runbookgen build, cold, wiki only, 100 pages",
            build(tools, work.site(100), small, "--no-confluence"), scratch=[small], after=[small]),
    ]
    if work.pages // 10 > 100:
        tenth = work.pages // 10
        cases.append(Case(
            "cold-tenth", f"runbookgen build, cold, wiki only, {tenth:,} pages",
            build(tools, work.site(tenth), small, "--no-confluence"), scratch=[small], after=[small]))
    if "taskset" in tools:
        core = str(min(os.sched_getaffinity(0)))
        command = build(tools, site, single, "--no-confluence")
        cases.insert(4, Case(
            "one-core", "runbookgen build, cold, wiki only, on one core",
            [tools["taskset"], "-c", core, *command], scratch=[single], after=[single]))
    return cases


def peer_cases(tools, work, zensical=True):
    """The same pages with the peers."""
    cases = []
    if "hugo" in tools:
        site = work.site(flavour="hugo")
        plain, highlighted = work.path("out-hugo"), work.path("out-hugo-highlighted")
        config = os.path.join(site, "hugo.toml")
        cases += [
            Case("hugo", "Hugo, no highlighting",
                 [tools["hugo"], "build", "-s", site, "--config",
                  config + "," + os.path.join(site, "hugo-nohl.toml"), "-d", plain, "--quiet"],
                 scratch=[plain], after=[plain]),
            Case("hugo-hl", "Hugo, highlighting",
                 [tools["hugo"], "build", "-s", site, "--config", config, "-d", highlighted, "--quiet"],
                 scratch=[highlighted]),
        ]
        cases += team_cases(tools, work, highlighted)
    if "rumdl" in tools:
        cases.append(Case(
            "rumdl", "rumdl check",
            [tools["rumdl"], "check", "--no-cache", "--fail-on", "never", "-q",
             os.path.join(work.site(), "content")]))
    if zensical and "zensical" in tools:
        site = work.site(flavour="mkdocs")
        cases.append(Case(
            "zensical", "Zensical, highlighting, pruned navigation",
            [tools["zensical"], "build", "-f", os.path.join(site, "mkdocs.yml")],
            scratch=[os.path.join(site, "site"), os.path.join(site, ".cache")],
            after=[os.path.join(site, "site")]))
    return cases


def team_cases(tools, work, output):
    """What a careful team runs over Hugo's output."""
    cases = []
    index = work.path("out-pagefind")
    if "pagefind" in tools:
        cases.append(Case(
            "pagefind", "Pagefind over Hugo's output",
            [tools["pagefind"], "--site", output, "--output-path", index, "--quiet"],
            needs=["hugo-hl"], scratch=[index], after=[index]))
    if "lychee" in tools:
        cases.append(Case(
            "lychee", "lychee over Hugo's output, links and anchors",
            [tools["lychee"], "--offline", "--include-fragments", "--no-progress", "--root-dir", output,
             "--index-files", "index.html", "--quiet", output],
            needs=["hugo-hl"]))
    return cases


def confluence_cases(tools, work):
    """Our Confluence outputs with all checks, and those of markdown-to-confluence without any."""
    everything = work.path("out-all")
    cases = [Case(
        "cold-all", "runbookgen build, cold, with Confluence",
        build(tools, work.site(), everything), scratch=[everything])]
    if "md2conf" in tools:
        sources = os.path.join(work.site(flavour="mkdocs"), "docs")
        cases.append(Case(
            "md2conf", "markdown-to-confluence --local",
            [tools["md2conf"], "--local", "-d", "example.com", "-s", "OPS", "-l", "error", sources],
            before=lambda _: remove_results(sources)))
    return cases


def remove_results(folder):
    """What markdown-to-confluence wrote beside its sources."""
    for path, _, names in os.walk(folder):
        for name in names:
            if name.endswith(".csf"):
                os.remove(os.path.join(path, name))
