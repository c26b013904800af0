"""A Confluence that keeps what it is given and refuses what the product refuses.

Cloud has the second version of the REST interface below `/wiki/api/v2`, and of the first one, below
`/wiki/rest/api`, what the second lacks. Data Center has the first one alone, below `/rest/api`. Whoever
asks for anything else gets a 404 and is remembered in `unknown`.

A test puts `faults` in the way: functions of a request that return what happens to it in place of an answer.
"""

from __future__ import annotations

import dataclasses
import email.parser
import email.policy
import itertools
import json
import re
import threading
import xml.parsers.expat

EMAIL, TOKEN = "robot@example.com", "t0ken-that-nobody-may-see"
#: Spaces by their keys.
SPACES = {"OPS": "10", "PLAT": "11"}
ROBOT, PERSON = "5b10-robot", "5b10-jane"
NAMES = {ROBOT: "Robot", PERSON: "Jane Doe"}
DATE = "2026-11-28T10:00:00.000Z"


@dataclasses.dataclass
class Version:
    number: int
    message: str
    author: str
    body: str
    title: str


@dataclasses.dataclass
class Page:
    id: str
    title: str
    parent: str | None
    space: str = "OPS"
    status: str = "current"
    position: int | None = None
    versions: list[Version] = dataclasses.field(default_factory=list)
    labels: list[str] = dataclasses.field(default_factory=list)
    attachments: dict[str, dict] = dataclasses.field(default_factory=dict)
    properties: dict[str, dict] = dataclasses.field(default_factory=dict)
    #: Inline comments by whether they are open.
    comments: list[bool] = dataclasses.field(default_factory=list)

    @property
    def version(self) -> Version:
        return self.versions[-1]

    @property
    def body(self) -> str:
        return self.version.body


@dataclasses.dataclass
class Request:
    method: str
    path: str
    query: dict[str, list[str]]
    headers: dict[str, str]
    body: bytes
    target: str = ""

    @property
    def json(self):
        try:
            return json.loads(self.body)
        except ValueError as error:
            raise Refusal(400, f"Could not read JSON: {error}") from error

    @property
    def writes(self) -> bool:
        return self.method != "GET"


@dataclasses.dataclass
class Exchange:
    request: Request
    status: int
    answer: object


class Refusal(Exception):
    def __init__(self, status: int, message: str, headers: dict[str, str] | None = None):
        super().__init__(message)
        self.status, self.message, self.headers = status, message, headers or {}


class Broken(Exception):
    """The connection breaks: before anything is done, or after it is done and before the answer is whole."""

    def __init__(self, after: bool):
        super().__init__()
        self.after = after


class Confluence:
    """The content. Every method is called with the lock held."""

    PARTS = 25

    def __init__(self, product: str):
        self.product = product
        self.context = "/wiki" if product == "cloud" else ""
        self.numbers = itertools.count(1000)
        self.pages: dict[str, Page] = {}
        self.homes = {space: self.seed("Operations", None, space=space) for space in SPACES}
        self.home = self.homes["OPS"]
        self.root, _ = (self.seed("Runbooks", home.id) for home in self.homes.values())
        self.log: list[Exchange] = []
        self.faults: list = []
        self.unknown: list[str] = []
        self.lock = threading.RLock()
        self.busy = 0

    # What people do.

    def seed(
        self, title: str, parent: str | None, body: str = "<p>Written by hand.</p>", space: str | None = None
    ) -> Page:
        space = space or (self.pages[parent].space if parent else "OPS")
        page = Page(str(next(self.numbers)), title, parent, space)
        page.versions.append(Version(1, "", PERSON, body, title))
        page.position = int(page.id)
        self.pages[page.id] = page
        return page

    def edit(self, page: Page, body: str | None = None, title: str | None = None):
        last = page.version
        page.title = title or page.title
        page.versions.append(
            Version(last.number + 1, "", PERSON, body or last.body + "<p>By hand.</p>", page.title)
        )

    def by_title(self, title: str, status: str = "current") -> Page | None:
        found = [page for page in self.pages.values() if page.title == title and page.status == status]
        return found[0] if found else None

    def published(self) -> list[Page]:
        return [page for page in self.pages.values() if "runbookgen" in page.properties]

    # What the product does.

    def current(self) -> list[Page]:
        return [page for page in self.pages.values() if page.status == "current"]

    def page(self, number: str) -> Page:
        page = self.pages.get(number)
        if page is None or page.status == "trashed":
            raise Refusal(404, f"No content found with id: {number}")
        return page

    def free(self, title: str, space: str, but: Page | None = None):
        if not title or len(title) > 255:
            raise Refusal(400, "A title has 1 to 255 characters")
        for page in self.pages.values():
            if page is but or page.status == "trashed" or page.space != space:
                continue
            if page.title.casefold() == title.casefold():
                raise Refusal(
                    400, "A page with this title already exists: "
                    "A page already exists with the same TITLE in this space"
                )

    @staticmethod
    def sound(body: str):
        """Storage format is XML with two prefixes and the entities of HTML."""
        parser = xml.parsers.expat.ParserCreate(namespace_separator=" ")
        parser.UseForeignDTD(True)
        parser.SkippedEntityHandler = lambda *_: None
        text = f'<r xmlns:ac="a" xmlns:ri="r">{body}</r>'
        try:
            parser.Parse(text.encode(), True)
        except xml.parsers.expat.ExpatError as error:
            raise Refusal(400, f"Error parsing xhtml: {error}") from error

    def create(self, title: str, parent: str | None, body: str, space: str) -> Page:
        self.free(title, space)
        self.sound(body)
        if parent is not None and (self.page(parent).status != "current" or self.page(parent).space != space):
            raise Refusal(400, "The parent is not current, or in another space")
        page = self.seed(title, parent or self.homes[space].id, body)
        page.version.author = ROBOT
        return page

    def update(self, page: Page, title: str, parent: str | None, body: str | None, version: dict):
        number = version.get("number")
        if not isinstance(number, int):
            raise Refusal(400, "The version needs a number")
        if number != page.version.number + 1:
            raise Refusal(
                409, f"Version must be incremented when updating a page. "
                f"Current Version: [{page.version.number}]. Provided version: [{number}]"
            )
        if page.status != "current":
            raise Refusal(400, "The page is not current")
        self.free(title, page.space, page)
        body = page.body if body is None else body
        self.sound(body)
        above = parent
        while above is not None:
            if above == page.id:
                raise Refusal(400, "A page cannot be below itself")
            above = self.page(above).parent
        page.title = title
        if parent is not None:
            page.parent = parent
        page.versions.append(Version(number, version.get("message") or "", ROBOT, body, title))

    def set_property(self, properties: dict[str, dict], key: str, value, version: int | None):
        old = properties.get(key)
        if old is None and version not in (None, 1):
            raise Refusal(404, f"There is no property {key}")
        if old is not None and version is None:
            raise Refusal(409, f"A property with the key {key} already exists")
        if old is not None and version != old["version"] + 1:
            raise Refusal(409, f"The version of the property is {old['version']}")
        number = old["id"] if old else str(next(self.numbers))
        properties[key] = {"id": number, "key": key, "value": value, "version": version or 1}
        return properties[key]

    def attach(self, page: Page, request: Request, may_exist: bool) -> dict:
        if request.headers.get("x-atlassian-token") not in ("no-check", "nocheck"):
            raise Refusal(403, "XSRF check failed")
        kind = request.headers.get("content-type", "")
        message = email.parser.BytesParser(policy=email.policy.HTTP).parsebytes(
            f"Content-Type: {kind}\r\n\r\n".encode() + request.body
        )
        parts = {part.get_param("name", header="content-disposition"): part for part in message.iter_parts()}
        if "file" not in parts:
            raise Refusal(400, "There is no file")
        name = parts["file"].get_filename()
        if not may_exist and name in page.attachments:
            raise Refusal(400, f"Cannot add a new attachment with same file name as an existing attachment: {name}")
        comment = parts["comment"].get_payload(decode=True).decode() if "comment" in parts else ""
        old = page.attachments.get(name)
        page.attachments[name] = {
            "id": old["id"] if old else f"att{next(self.numbers)}",
            "name": name,
            "comment": comment,
            "bytes": parts["file"].get_payload(decode=True),
            "version": old["version"] + 1 if old else 1,
            "properties": old["properties"] if old else {},
        }
        return page.attachments[name]

    def attachment(self, number: str) -> dict:
        for page in self.pages.values():
            for file in page.attachments.values():
                if file["id"] == number:
                    return file
        raise Refusal(404, f"No attachment found with id: {number}")

    def label(self, page: Page, labels):
        for label in labels:
            if re.search(r"[\s:;,.?&\[\]()#^*!@]", label["name"]) or len(label["name"]) > 255:
                raise Refusal(400, f"The label {label['name']} is not valid")
            if label["name"] not in page.labels:
                page.labels.append(label["name"])

    def move(self, page: Page, place: str, target: Page):
        page.parent = target.parent
        siblings = [x for x in self.current() if x.parent == target.parent and x is not page]
        siblings.sort(key=lambda sibling: (sibling.position is None, sibling.position or 0, sibling.title))
        siblings.insert(siblings.index(target) + (place == "after"), page)
        for position, sibling in enumerate(siblings):
            sibling.position = position

    def archive(self, page: Page):
        for child in self.current():
            if child.parent == page.id:
                child.parent = page.parent
        page.status = "archived"

    def state(self, page: Page):
        """What of a page a second run has to end in."""
        parent = self.pages.get(page.parent or "")
        stored = page.properties.get("runbookgen", {}).get("value") or {}
        return {
            "title": page.title,
            "status": page.status,
            "parent": parent.title if parent else None,
            "body": page.body,
            "labels": sorted(page.labels),
            "attachments": {n: (f["bytes"], f["comment"]) for n, f in sorted(page.attachments.items())},
            "property": {key: value for key, value in stored.items() if key != "written"},
            "written": stored.get("written") == page.version.number,
            "message": page.version.message,
        }

    def snapshot(self):
        """Everything, with siblings in their order."""
        above = lambda page: self.pages[page.parent].title if page.parent else ""
        order = lambda page: (above(page), page.position is None, page.position or 0, page.title)
        return [self.state(page) for page in sorted(self.pages.values(), key=order)]

    def tree(self) -> dict[str, list[str]]:
        children: dict[str, list[Page]] = {}
        for page in self.current():
            parent = self.pages.get(page.parent or "")
            children.setdefault(parent.title if parent else "", []).append(page)
        return {
            title: [p.title for p in sorted(pages, key=lambda p: (p.position is None, p.position or 0))]
            for title, pages in children.items()
        }


class Routes:
    """Requests by their method and path. `{id}` stands for one part of a path."""

    def __init__(self):
        self.routes: list[tuple[str, re.Pattern, object]] = []

    def __call__(self, method: str, path: str):
        pattern = re.compile(re.sub(r"\{\w+\}", "([^/]+)", path) + "$")

        def add(function):
            self.routes.append((method, pattern, function))
            return function

        return add

    def find(self, method: str, path: str):
        for wanted, pattern, function in self.routes:
            match = pattern.match(path)
            if match and wanted == method:
                return function, match.groups()
        return None


def part(confluence: Confluence, request: Request, items: list, limit: int):
    """A part of a list and where the next one starts."""
    start = int(request.query.get("cursor", request.query.get("start", ["0"]))[0])
    size = min(int(request.query.get("limit", [str(limit)])[0]), confluence.PARTS)
    return items[start : start + size], (start + size if start + size < len(items) else None)
