"""Pages by number: page K of a site depends on K, the number of pages and the seed alone."""

import random

from . import commands
from .words import Vocabulary

PER_FOLDER = 50

VERBS = """Restore Restart Drain Rotate Rebuild Scale Inspect Repair Replace Renew Recover Trim Move
Measure Verify Release Pause Promote""".split()
PARTS = """ingest queue cache gateway index scheduler exporter replica mirror broker ledger router
session-store worker collector billing catalogue search mailer archive notifier resolver vault
pipeline registry proxy frontend importer""".split()
AREAS = "data edge core platform payments search media identity network storage".split()
TAGS = """kubernetes aws network storage certificates latency capacity database queue cache dns
linux deployment security backup""".split()
UNITS = "kubelet containerd chronyd sshd nginx postgresql haproxy etcd node_exporter fluent-bit".split()
PATHS = "/var/log /var/lib /srv/data /opt/app /etc/ssl /var/spool /mnt/scratch".split()
PORTS = "5432 6379 8080 8443 9090 9100 9200 2379".split()
ALERTS = "NOTE TIP IMPORTANT".split()


class Page:
    __slots__ = ("title", "nav_title", "summary", "kind", "order", "tags", "fields", "body", "parent")

    def __init__(self, **values):
        for name in self.__slots__:
            setattr(self, name, values.get(name))


class Site:
    """Folders in at most 20 sections, 50 pages a folder, an index page in each."""

    def __init__(self, count, seed):
        self.count = count
        self.seed = seed
        self.vocabulary = Vocabulary(seed)
        self.names = self.vocabulary.names
        self.folder_count = (count + PER_FOLDER - 1) // PER_FOLDER
        self.section_count = max(1, min(20, (self.folder_count + 1) // 2))

    # Names

    def section(self, number):
        return f"{AREAS[number % len(AREAS)]}-{self.names[number]}"

    def folder(self, number):
        section = self.section(number % self.section_count)
        return f"{section}/{self.names[100 + number]}"

    def folders(self):
        return [self.folder(number) for number in range(self.folder_count)]

    def service(self, index):
        """(service, part): a pair that no other page has."""
        names = len(self.names) - 5000
        part = PARTS[(index // names + index % names * 5) % len(PARTS)]
        return self.names[5000 + index % names], part

    def title(self, index):
        service, part = self.service(index)
        return f"{VERBS[index * 5 % len(VERBS)]} the {service} {part}"

    def path(self, index):
        return f"{self.folder(index // PER_FOLDER)}/{self.title(index).lower().replace(' ', '-')}.md"

    def first_step(self, index):
        return f"Look at {self.service(index)[0]}"

    def link(self, start, target, anchor):
        """A link as it is written on page `start`."""
        path = self.path(target)
        own, other = self.folder(start // PER_FOLDER), self.folder(target // PER_FOLDER)
        if own == other:
            return path[len(other) + 1:] + anchor
        if own.split("/")[0] == other.split("/")[0]:
            return "../" + path.split("/", 1)[1] + anchor
        return "../../" + path + anchor

    # Index pages

    def index_pages(self):
        members = {}
        for number in range(self.folder_count):
            members.setdefault(number % self.section_count, []).append(number)
        yield "index.md", self.listing(
            "Runbooks", None, "root", 1,
            [(f"{self.section_title(s)}", f"{self.section(s)}/index.md") for s in sorted(members)])
        for section, numbers in sorted(members.items()):
            yield f"{self.section(section)}/index.md", self.listing(
                self.section_title(section), "Runbooks", f"section {section}", section + 2,
                [(self.folder_title(n), f"{self.names[100 + n]}/index.md") for n in numbers])
        for number in range(self.folder_count):
            first = number * PER_FOLDER
            entries = [
                (self.title(i), self.path(i).rsplit("/", 1)[1])
                for i in range(first, min(first + PER_FOLDER, self.count))]
            yield f"{self.folder(number)}/index.md", self.listing(
                self.folder_title(number), self.section_title(number % self.section_count),
                f"folder {number}", number + 1, entries)

    def section_title(self, number):
        return f"{self.section(number).replace('-', ' ').capitalize()} runbooks"

    def folder_title(self, number):
        return f"{self.names[100 + number].capitalize()} runbooks"

    def listing(self, title, parent, key, order, entries):
        prose = Prose(self.vocabulary, random.Random(f"{self.seed}/{key}"), 160)
        lines = [f"\n{prose.paragraph(3)}\n\n## Pages\n\n"]
        lines += [f"- [{text}]({path})\n" for text, path in entries]
        lines.append(f"\n## Who looks after them\n\n{prose.paragraph(2)}\n")
        return Page(
            title=title, nav_title=title, summary=prose.phrase(8), kind="concept", order=order,
            tags=["overview"], fields={}, body="".join(lines), parent=parent)

    # Runbooks

    def page(self, index, revision=0):
        return Runbook(self, index, revision).page()


class Prose:
    """Sentences from one draw of words."""

    def __init__(self, vocabulary, rng, count):
        self.rng = rng
        self.words = vocabulary.draw(rng, count)
        self.at = 0

    def take(self, count):
        if self.at + count > len(self.words):
            self.at = 0
        self.at += count
        return self.words[self.at - count:self.at]

    def phrase(self, count):
        return " ".join(self.take(count)).capitalize()

    def sentence(self):
        words = self.take(6 + int(self.rng.random() * 5))
        chance = self.rng.random()
        if chance < 0.12:
            words[4] = f"`{words[4]}`"
        elif chance < 0.2:
            words[3] = f"**{words[3]}**"
        elif chance < 0.4:
            words[5] += ","
        words[0] = words[0].capitalize()
        return " ".join(words) + "."

    def paragraph(self, sentences):
        return "\n".join(self.sentence() for _ in range(sentences))

    def item(self):
        return self.phrase(3 + int(self.rng.random() * 4))


class Runbook:
    """One runbook in the making."""

    def __init__(self, site, index, revision):
        self.site, self.index, self.revision = site, index, revision
        self.rng = rng = random.Random(f"{site.seed}/{index}")
        self.prose = Prose(site.vocabulary, rng, 320)
        names = site.names
        choice = rng.choice
        self.service = site.service(index)
        self.values = {
            "svc": self.service[0], "ns": choice(names[:400]), "word": choice(names),
            "unit": choice(UNITS), "path": choice(PATHS), "port": choice(PORTS),
            "n": str(rng.randrange(20, 400)), "small": str(rng.randrange(2, 20)),
        }
        self.steps = []

    def page(self):
        rng = self.rng
        place = rng.choice(("workstation", "node", "node", "toolbox"))
        body = [
            self.when(), self.comparison(), "## Procedure\n\n", self.procedure(place),
            self.verification(), self.rollback(), self.quick_reference(),
        ]
        if self.revision:
            body.insert(1, f"Changed for revision {self.revision}: {self.change()}\n\n")
        title = self.site.title(self.index)
        folder = self.index // PER_FOLDER
        return Page(
            title=title, nav_title=title.split(" ", 1)[0] + " " + self.service[0],
            summary=self.prose.phrase(11) + ".", kind="runbook", order=self.index % PER_FOLDER + 1,
            tags=sorted(rng.sample(TAGS, 3)), fields=self.fields(), body="".join(body),
            parent=self.site.folder_title(folder))

    def change(self):
        """A sentence that takes nothing from what the rest of the page is drawn from."""
        rng = random.Random(f"{self.site.seed}/{self.index}/{self.revision}")
        return Prose(self.site.vocabulary, rng, 20).sentence()

    # Sections

    def when(self):
        prose, rng = self.prose, self.rng
        items = "".join(f"- {prose.item()}.\n" for _ in range(2))
        alert = f"> [!{rng.choice(ALERTS)}]\n> {prose.sentence()}\n"
        return (
            f"\n## When to use this\n\n{prose.paragraph(2)}\nSee {self.link()} first.\n\n"
            f"{items}\n{alert}\n")

    def comparison(self):
        prose = self.prose
        subjects = self.subjects = [self.service[0].capitalize(), prose.phrase(2), "Why it matters"]
        if len(set(subjects)) < 3:
            subjects[1] += " of old"
        self.keys = list(dict.fromkeys(prose.phrase(2) for _ in range(3)))
        rows = "".join(
            f"| {key} | {prose.item()} | {prose.item()} | {prose.phrase(5)}. |\n" for key in self.keys)
        return (
            f"## How it compares\n\n| Feature | {' | '.join(subjects)} |\n"
            f"| --- | --- | --- | --- |\n{rows}\n")

    def procedure(self, place):
        rng = self.rng
        home = rng.sample(commands.CONTEXTS["workstation"], 3)
        parts = [self.step(1, self.site.first_step(self.index))]
        parts += [self.block("workstation", entry) for entry in home[:2]]
        number = 2
        if place == "workstation":
            parts += [self.step(2), self.block(place, home[2])]
        else:
            entries = rng.sample(commands.CONTEXTS[place], 2)
            parts += [self.step(2), self.block("workstation", commands.ENTER[place])]
            parts += [self.step(3), *(self.block(place, entry) for entry in entries)]
            parts.append("Leave the session.\n\n")
            parts.append(self.fence(place, "exit", None))
            number = 3
        change = rng.choice(commands.CHANGES)
        self.undo = change[3]
        parts.append(self.step(number + 1, "Make the change"))
        parts.append(f"> [!WARNING]\n> {self.prose.sentence()}\n> It cannot be taken back while it runs.\n\n")
        parts.append(self.block("workstation", change[:3]))
        return "".join(parts)

    def verification(self):
        rng = self.rng
        entry = rng.choice([e for e in commands.CONTEXTS["workstation"] if e[2]])
        return (
            f"## Verification\n\n{self.block('workstation', entry)}"
            f"Not what you see? Go on with {self.link()}.\n\n")

    def rollback(self):
        return (
            f"## Rollback\n\n> [!CAUTION]\n> {self.prose.sentence()}\n\n"
            f"{self.fence('workstation', self.undo % self.values, None, 'undo')}"
            f"{self.prose.paragraph(1)}\nThen see {self.link()}.\n\n")

    def quick_reference(self):
        rows = "".join(
            f"| {task} | `{command.replace('|', chr(92) + '|')}` | {place} |\n"
            for task, command, place in self.steps)
        return f"## Quick reference\n\n| Task | Command | Where |\n| --- | --- | --- |\n{rows}"

    # Parts

    def link(self):
        site, rng = self.site, self.rng
        chance = rng.random()
        first = self.index // PER_FOLDER * PER_FOLDER
        if chance < 0.6:
            target = first + rng.randrange(min(PER_FOLDER, site.count - first))
        else:
            target = rng.randrange(site.count)
        anchor = rng.choice(("", "#verification", "#rollback", "#procedure", "#step-1-look-at-"))
        if anchor.endswith("-"):
            anchor += site.service(target)[0]
        text = site.title(target) if chance < 0.5 else self.prose.phrase(3).lower()
        return f"[{text}]({site.link(self.index, target, anchor)})"

    def step(self, number, title=None):
        title = title or self.prose.phrase(3)
        return f"### Step {number}: {title}\n\n"

    def block(self, place, entry):
        task, command, expect = entry
        task, command = task % self.values, command % self.values
        name = "-".join(task.lower().split()).replace(".", "-").replace("/", "-").replace("_", "-")
        if any(task == other for other, _, _ in self.steps):
            task, name = task + " again", name + "-again"
        self.steps.append((task, command, place))
        return f"{self.prose.sentence()}\n\n" + self.fence(
            place, command, expect and expect % self.values, name, task)

    @staticmethod
    def fence(place, command, expect, name=None, task=None):
        attributes = f"in={place}"
        if name:
            attributes = f"step={name} " + attributes
        if expect:
            attributes += f' expect="{expect}"'
        if task:
            attributes += f' quickref="{task}"'
        return f"```bash {{{attributes}}}\n{command}\n```\n\n"

    def fields(self):
        code = "\n".join([command for _, command, _ in self.steps] + [self.undo])
        inputs = [name for name in commands.INPUTS if f"<{name}>" in code]
        return {"inputs": inputs, "subjects": self.subjects, "keys": self.keys}
