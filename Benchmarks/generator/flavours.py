"""The same bodies as a site of runbookgen, Hugo, or Zensical and MkDocs."""

import os
import shutil

from .commands import INPUTS

HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


class Runbookgen:
    content = "content"

    @staticmethod
    def file_name(path):
        return path

    @staticmethod
    def write_frame(out, site):
        copy("runbookgen", out)

    @staticmethod
    def front_matter(page):
        lines = [
            f"kind: {page.kind}", f"title: {page.title}", f'summary: "{page.summary}"',
            'owner: {team: Platform Engineering, contact: "#platform-oncall"}',
            "reviewed: 2026-11-02", "review_every: P6M", "lifecycle: active", "audience: [sre]",
            f"tags: [{', '.join(page.tags)}]", f"order: {page.order}", f"nav_title: {page.nav_title}",
        ]
        if page.kind == "runbook":
            lines += runbook_fields(page)
        parent = f", parent: {page.parent}" if page.parent else ""
        lines.append(f"confluence: {{title: {page.title}{parent}, space: OPS, labels: [runbook]}}")
        return "---\n" + "\n".join(lines) + "\n---\n"


def runbook_fields(page):
    yield "applies_to:\n  - {product: kubernetes, versions: \">=1.30\"}"
    yield "severity: sev3"
    yield 'escalation:\n  - {after: PT30M, to: "Platform Engineering on-call (#platform-oncall)"}'
    yield "environments: [nonprod, prod]"
    yield "prerequisites:\n  - AWS CLI with the Session Manager plugin\n  - kubectl for the cluster"
    yield "context: workstation"
    if page.fields["inputs"]:
        yield "inputs:"
    for name in page.fields["inputs"]:
        kind, example, description = INPUTS[name]
        yield f'  {name}: {{type: {kind}, example: "{example}", description: {description}}}'
    keys = ", ".join(page.fields["keys"])
    subjects = ", ".join(page.fields["subjects"][:2])
    yield (
        f"tables:\n  - under: how-it-compares\n    schema: comparison\n    key: Feature\n"
        f"    subjects: [{subjects}]\n    impact: Why it matters\n    required: [{keys}]\n"
        "  - {under: quick-reference, schema: quick-reference, task: Task, command: Command, context: Where}")


class Hugo:
    content = "content"

    @staticmethod
    def file_name(path):
        folder, name = os.path.split(path)
        return os.path.join(folder, "_index.md") if name == "index.md" else path

    @staticmethod
    def write_frame(out, site):
        copy("hugo", out)

    @staticmethod
    def front_matter(page):
        return (
            f"---\ntitle: {page.title}\nlinkTitle: {page.nav_title}\n"
            f'description: "{page.summary}"\nweight: {page.order}\nlastmod: 2026-11-02\n'
            f"tags: [{', '.join(page.tags)}]\nowner: Platform Engineering\n---\n")


class MkDocs:
    content = "docs"

    @staticmethod
    def file_name(path):
        return path

    @staticmethod
    def write_frame(out, site):
        copy("zensical", out)

    @staticmethod
    def front_matter(page):
        return (
            f'---\ntitle: {page.title}\ndescription: "{page.summary}"\n'
            f"tags: [{', '.join(page.tags)}]\n---\n")


class Plain:
    """Bodies alone, for tools that know no front matter."""

    content = "docs"

    @staticmethod
    def file_name(path):
        return path

    @staticmethod
    def write_frame(out, site):
        pass

    @staticmethod
    def front_matter(page):
        return f"# {page.title}\n"


def copy(name, out):
    shutil.copytree(os.path.join(HERE, "Sites", name), out, dirs_exist_ok=True)


ALL = {"runbookgen": Runbookgen, "hugo": Hugo, "mkdocs": MkDocs, "plain": Plain}
