"""Pastes shared texts into pages as an author would: with nothing but their text."""

from __future__ import annotations

import pathlib
import posixpath
import re

INCLUDE = re.compile(r'\[[^\]]*\]\(([^)#\s]+)(?:#(\S+))? "include ?(.*)"\)$')
HEADING = re.compile(r"(#{1,6}) (.*)$")
FENCE = re.compile(r"( *)(`{3,})(\w*)(.*)$")
LINK = re.compile(r"\]\(([^)\s]+)\)")
ITEM = re.compile(r"(\d+\.|[-*]) ")


class Page:
    """A file of the content folder."""

    def __init__(self, content: pathlib.Path, path: str) -> None:
        self.content, self.path = content, path
        _, front, body = (content / path).read_text().split("---\n", 2)
        self.front, self.lines = front, body.strip("\n").split("\n")
        found = re.search(r"^context: (.*)$", front, re.M)
        self.context = found[1] if found else None

    def pasted(self) -> str:
        lines, notes = paste(self, self.lines, self.path, {})
        return f"---\n{self.front}---\n\n" + "\n".join(lines + notes) + "\n"


def anchor(heading: str) -> str:
    return re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")


def headings(lines: list[str]) -> list[tuple[int, int, str]]:
    """Where headings stand, their levels and anchors; not in fences."""
    found, marker = [], None
    for number, line in enumerate(lines):
        if fence := FENCE.match(line):
            marker = None if marker else fence[2]
        elif marker is None and (heading := HEADING.match(line)):
            found.append((number, len(heading[1]), anchor(heading[2])))
    return found


def chosen(page: Page, name: str | None) -> list[str]:
    if name is None:
        first = [number for number, level, _ in headings(page.lines) if level == 1]
        return page.lines[first[0] + 1:] if first else page.lines
    if name.startswith("step-"):
        start = next(i for i, line in enumerate(page.lines) if f"step={name[5:]}" in line.replace("}", " ").split("{")[-1].split(" "))
        indent = len(FENCE.match(page.lines[start])[1])
        end = next(i for i in range(start + 1, len(page.lines)) if page.lines[i].strip() == "```")
        return [line[indent:] for line in page.lines[start:end + 1]]
    all_ = headings(page.lines)
    place = next(i for i, (_, _, id_) in enumerate(all_) if id_ == name)
    start, level, _ = all_[place]
    end = next((number for number, other, _ in all_[place + 1:] if other <= level), len(page.lines))
    return page.lines[start + 1:end]


def values(text: str) -> dict[str, str]:
    return {name: quoted or plain for name, quoted, plain in re.findall(r"([\w-]+)=(?:'([^']*)'|(\S+))", text)}


def filled(line: str, given: dict[str, str], is_code: bool) -> str:
    for name, value in given.items():
        text = value
        if is_code and not value.startswith("<"):
            for sign in '\\"$`':
                text = text.replace(sign, "\\" + sign)
            text = text.replace("!", "\"'!'\"")
            assert f'"<{name}>"' in line or f"<{name}>" not in line or text == value, "only pasted in double quotes"
        line = line.replace(f"<{name}>", text)
    return line


def paste(page: Page, lines: list[str], home: str, taken: dict[str, int]) -> tuple[list[str], list[str]]:
    """The lines with all includes pasted, for a page at `home`, and the footnotes that belong to them."""
    out: list[str] = []
    notes: list[str] = []
    level = 1
    for line in lines:
        include = INCLUDE.match(line)
        if not include:
            if heading := HEADING.match(line):
                level = len(heading[1])
            if step := re.search(r"step=([\w-]+)", line):
                taken[step[1]] = taken.get(step[1], 0)
            seam(out, line)
            continue
        start = "" if include[1].startswith("/") else posixpath.dirname(page.path)
        path = posixpath.normpath(posixpath.join(start, include[1].lstrip("/")))
        text, more = included(Page(page.content, path), include[2], values(include[3]), home, level, taken)
        notes += more
        out.append("<seam>")
        for pasted in text:
            if heading := HEADING.match(pasted):
                level = len(heading[1])
            seam(out, pasted)
        out.append("<seam>")
    return [line for line in out if line != "<seam>"], notes


def seam(out: list[str], line: str) -> None:
    """Items of one list stand below each other, wherever they come from."""
    if line.strip() and ITEM.match(line):
        end = len(out)
        while end and (out[end - 1] == "<seam>" or not out[end - 1]):
            end -= 1
        if "<seam>" in out[end:] and end and ITEM.match(out[end - 1]):
            del out[end:]
    out.append(line)


def included(
    page: Page, name: str | None, given: dict[str, str], home: str, level: int, taken: dict[str, int],
) -> tuple[list[str], list[str]]:
    lines = chosen(page, name)
    own = headings(lines)
    shift = level + 1 - min((depth for _, depth, _ in own), default=level + 1)
    anchors = {id_ for _, _, id_ in own} | {"step-" + s for s in re.findall(r"step=([\w-]+)", "\n".join(lines))}

    def link(match: re.Match) -> str:
        target = match[1]
        if target.startswith("#") and target[1:] in anchors or "://" in target:
            return match[0]
        target = posixpath.basename(page.path) + target if target.startswith("#") else target
        path = posixpath.normpath(posixpath.join(posixpath.dirname(page.path), target))
        return f"]({posixpath.relpath(path, posixpath.dirname(home) or '.')})"

    out: list[str] = []
    used: list[str] = []
    is_code = False
    for line in lines:
        if INCLUDE.match(line):
            text, more = paste(page, [line], home, taken)
            out += text
            used += more
            continue
        if fence := FENCE.match(line):
            if not is_code and fence[3] in ("bash", "console"):
                if step := re.search(r"step=([\w-]+)", line):
                    taken[step[1]] = taken.get(step[1], 0) + 1
                    if taken[step[1]] > 1:
                        line = line.replace(step[0], f"{step[0]}-{taken[step[1]]}")
                if page.context and "in=" not in line:
                    line = line[:-1] + f" in={page.context}}}" if line.endswith("}") else line + f" {{in={page.context}}}"
            is_code = not is_code
        elif not is_code:
            if heading := HEADING.match(line):
                line = "#" * (len(heading[1]) + shift) + " " + heading[2]
            line = LINK.sub(link, line)
        out.append(filled(line, given, is_code))
    marks = set(re.findall(r"\[\^(\w+)\](?!:)", "\n".join(out)))
    for line in page.lines:
        note = re.match(r"\[\^(\w+)\]: ", line)
        if note and note[1] in marks and line not in out:
            used += ["", LINK.sub(link, line)]
    return out, used
