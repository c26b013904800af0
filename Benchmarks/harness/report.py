"""Tables for people: on the terminal and as Markdown."""

import datetime
import os


def cost(seconds):
    if seconds is None:
        return "–"
    if seconds < 0.1:
        return f"{seconds * 1000:.1f} ms"
    return f"{seconds:.3f} s" if seconds < 10 else f"{seconds:.1f} s"


def times(ratio):
    if not ratio:
        return "–"
    return f"{ratio:.3f}" if ratio < 0.1 else f"{ratio:.2f}" if ratio < 10 else f"{ratio:.1f}"


def rows(results, cases):
    """Title, median wall, its range, ratio to Hugo, CPU, CPU to the floor, memory. Cases on other pages
    are not compared."""
    for case in cases:
        is_alike = case.name not in ("version", "cold-100", "cold-tenth")
        walls = results.values(case.name, "wall")
        if not walls:
            yield [case.title, "failed"] + ["–"] * 5
            continue
        yield [
            case.title, cost(results.median(case.name)), f"{cost(min(walls))} to {cost(max(walls))}",
            times(is_alike and results.ratio(case.name, "hugo")), cost(results.median(case.name, "cpu")),
            times(is_alike and results.ratio(case.name, "floor", field="cpu")),
            f"{results.median(case.name, 'memory') / 2**20:.0f}",
        ]


HEADER = ["command", "wall", "range", "× Hugo", "CPU", "CPU × floor", "peak MiB"]


def table(header, lines):
    lines = [list(line) for line in lines]
    widths = [max(len(line[i]) for line in [header, *lines]) for i in range(len(header))]
    def form(line):
        return "| " + " | ".join(cell.ljust(width) for cell, width in zip(line, widths)) + " |"
    return "\n".join([form(header), form(["-" * width for width in widths]), *map(form, lines)])


def results_table(results, cases):
    return table(HEADER, rows(results, cases))


def goals_table(goals):
    return table(
        ["goal", "at", "measured", ""], [[g.text, g.bound, g.show(g.value), g.verdict] for g in goals])


def markdown(run):
    """The file that is committed: figures, goals, machine, versions, commands; no names, no paths."""
    facts = run.machine
    versions = ", ".join(f"{name} {version}" for name, version in run.versions.items())
    notes = "".join(f"- {note}\n" for note in run.notes)
    commands = "\n".join(f"{case.name:<12}{shown(case.command, run.names)}" for case in run.cases)
    return f"""# {run.pages:,} pages

{facts['cores']} cores ({facts['processor']}), {facts['memory']}, {facts['system']}, Linux {facts['kernel']}; \
{run.place}. {versions}.
Medians of {run.rounds} rounds, taken in turns on {datetime.date.today().isoformat()}; a ratio is the median of the
ratios inside a round. Memory is that of the largest process. [README.md](README.md) says how to read it.

{results_table(run.results, run.cases)}

## Goals

{goals_table(run.goals)}

{notes}
## Commands

```
{commands}
```
"""


def shown(command, names):
    """The command with the folders of this machine replaced by names."""
    words = []
    for word in command:
        for path, name in names:
            word = word.replace(path, name)
        words.append(word)
    return " ".join(words)


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
