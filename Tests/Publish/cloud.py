"""What Confluence Cloud is asked for. Shapes are in `shapes.py`."""

from __future__ import annotations

import urllib.parse

import fake
from fake import DATE, NAMES, Confluence, Page, Refusal, Request, Routes, part

routes = Routes()
V2, V1 = "/api/v2", "/rest/api"


def version(of: fake.Version):
    return {"createdAt": DATE, "message": of.message, "number": of.number, "minorEdit": False, "authorId": of.author}


def listed(confluence: Confluence, request: Request, items: list):
    results, next_start = part(confluence, request, items, 25)
    links = {"base": "http://127.0.0.1/wiki"}
    if next_start is not None:
        pairs = [(k, v) for k, values in request.query.items() for v in values if k != "cursor"]
        links["next"] = request.path + "?" + urllib.parse.urlencode([*pairs, ("cursor", next_start)])
    return {"results": results, "_links": links}


def page(of: Page, body: bool = False):
    answer = {
        "id": of.id,
        "status": of.status,
        "title": of.title,
        "spaceId": fake.SPACES[of.space],
        "parentType": "page",
        "position": of.position,
        "authorId": of.versions[0].author,
        "ownerId": of.versions[0].author,
        "lastOwnerId": None,
        "createdAt": DATE,
        "version": version(of.version),
        "body": {},
        "_links": {"webui": f"/spaces/{of.space}/pages/{of.id}", "editui": f"/edit/{of.id}", "tinyui": f"/x/{of.id}"},
    }
    if of.parent is None:
        del answer["parentType"]
    else:
        answer["parentId"] = of.parent
    if body:
        answer["body"] = {"storage": {"representation": "storage", "value": of.body}}
    return answer


def single(of: Page, body: bool = False):
    return page(of, body) | {"isFavoritedByCurrentUser": False}


def storage(value) -> str:
    if not isinstance(value, dict):
        raise Refusal(400, "A body is needed")
    value = value.get("storage", value)
    if value.get("representation") != "storage" or not isinstance(value.get("value"), str):
        raise Refusal(400, "The body is not in storage format")
    return value["value"]


def shown_space(confluence: Confluence, key: str):
    return {
        "id": fake.SPACES[key], "key": key, "name": "Operations", "type": "global", "status": "current",
        "authorId": fake.PERSON, "createdAt": DATE, "homepageId": confluence.homes[key].id,
    }


def space_key(number: str) -> str:
    for key, known in fake.SPACES.items():
        if known == number:
            return key
    raise Refusal(404, "There is no such space")


@routes("GET", V2 + "/spaces")
def spaces(confluence: Confluence, request: Request):
    keys = ",".join(request.query.get("keys", [",".join(fake.SPACES)])).split(",")
    numbers = ",".join(request.query.get("ids", [",".join(fake.SPACES.values())])).split(",")
    found = [key for key, number in fake.SPACES.items() if key in keys and number in numbers]
    return listed(confluence, request, [shown_space(confluence, key) for key in found])


@routes("GET", V2 + "/spaces/{id}")
def space(confluence: Confluence, request: Request, number: str):
    return shown_space(confluence, space_key(number))


def selected(confluence: Confluence, request: Request, spaces: list[str]):
    statuses = ",".join(request.query.get("status", ["current,archived"])).split(",")
    titles = request.query.get("title")
    found = [
        p
        for p in confluence.pages.values()
        if p.status in statuses and p.space in spaces and (not titles or p.title in titles)
    ]
    return listed(confluence, request, [page(p) for p in found])


@routes("GET", V2 + "/spaces/{id}/pages")
def pages_of_space(confluence: Confluence, request: Request, number: str):
    return selected(confluence, request, [space_key(number)])


@routes("GET", V2 + "/pages")
def pages(confluence: Confluence, request: Request):
    numbers = ",".join(request.query.get("space-id", [",".join(fake.SPACES.values())])).split(",")
    return selected(confluence, request, [space_key(number) for number in numbers])


@routes("POST", V2 + "/pages")
def create(confluence: Confluence, request: Request):
    wanted = request.json
    key = space_key(wanted.get("spaceId"))
    made = confluence.create(wanted.get("title"), wanted.get("parentId"), storage(wanted.get("body")), key)
    return single(made, True)


@routes("GET", V2 + "/pages/{id}")
def get(confluence: Confluence, request: Request, number: str):
    return single(confluence.page(number), request.query.get("body-format") == ["storage"])


@routes("PUT", V2 + "/pages/{id}")
def update(confluence: Confluence, request: Request, number: str):
    wanted, there = request.json, confluence.page(number)
    if wanted.get("id") != number or wanted.get("status") != "current":
        raise Refusal(400, "The id or the status is missing")
    confluence.update(
        there, wanted.get("title"), wanted.get("parentId"), storage(wanted.get("body")), wanted.get("version") or {}
    )
    return single(there, True)


def shown(stored: dict):
    answer = {key: stored[key] for key in ("id", "key", "value")}
    number = {"number": stored["version"], "createdAt": DATE, "message": "", "minorEdit": False, "authorId": fake.ROBOT}
    return answer | {"version": number}


def property_routes(kind: str, of):
    """The properties of pages, or of attachments."""
    path = f"{V2}/{kind}/{{id}}/properties"

    @routes("GET", path)
    def properties(confluence: Confluence, request: Request, number: str):
        keys = request.query.get("key")
        stored = of(confluence, number).values()
        return listed(confluence, request, [shown(one) for one in stored if not keys or one["key"] in keys])

    @routes("POST", path)
    def add(confluence: Confluence, request: Request, number: str):
        wanted = request.json
        return shown(confluence.set_property(of(confluence, number), wanted["key"], wanted["value"], None))

    @routes("PUT", path + "/{property}")
    def set_one(confluence: Confluence, request: Request, number: str, stored: str):
        wanted, there = request.json, of(confluence, number)
        if not any(one["id"] == stored and one["key"] == wanted["key"] for one in there.values()):
            raise Refusal(404, "There is no such property")
        return shown(confluence.set_property(there, wanted["key"], wanted["value"], wanted["version"]["number"]))

    @routes("DELETE", path + "/{property}")
    def remove(confluence: Confluence, request: Request, number: str, stored: str):
        there = of(confluence, number)
        for key in [key for key, one in there.items() if one["id"] == stored]:
            del there[key]


property_routes("pages", lambda confluence, number: confluence.page(number).properties)
property_routes("attachments", lambda confluence, number: confluence.attachment(number)["properties"])


@routes("GET", V2 + "/pages/{id}/labels")
def labels(confluence: Confluence, request: Request, number: str):
    names = confluence.page(number).labels
    return listed(confluence, request, [{"id": str(n), "name": x, "prefix": "global"} for n, x in enumerate(names)])


@routes("GET", V2 + "/pages/{id}/inline-comments")
def comments(confluence: Confluence, request: Request, number: str):
    wanted = request.query.get("resolution-status", ["open", "resolved", "reopened", "dangling"])
    there = confluence.page(number)
    found = [
        {
            "id": f"{number}{n}", "status": "current", "title": "Re: " + there.title, "pageId": number,
            "version": version(there.version), "resolutionStatus": "open" if is_open else "resolved",
        }
        for n, is_open in enumerate(there.comments)
    ]
    return listed(confluence, request, [one for one in found if one["resolutionStatus"] in wanted])


def attachment(one: dict, number: str):
    return {
        "id": one["id"], "status": "current", "title": one["name"], "createdAt": DATE, "pageId": number,
        "mediaType": "image/png", "mediaTypeDescription": "PNG Image", "comment": one["comment"],
        "fileId": "file-" + one["id"], "fileSize": len(one["bytes"]), "webuiLink": "/w", "downloadLink": "/d",
        "version": {"createdAt": DATE, "message": "", "number": one["version"], "minorEdit": True, "authorId": fake.ROBOT},
    }


@routes("GET", V2 + "/pages/{id}/attachments")
def attachments(confluence: Confluence, request: Request, number: str):
    names = request.query.get("filename")
    files = confluence.page(number).attachments.values()
    return listed(confluence, request, [attachment(one, number) for one in files if not names or one["name"] in names])


# The first version.


def attached(one: dict):
    file = {
        "id": one["id"], "type": "attachment", "status": "current", "title": one["name"],
        "version": {"number": one["version"], "when": DATE},
        "extensions": {"fileId": "file-" + one["id"], "mediaType": "image/png", "fileSize": len(one["bytes"])},
    }
    return {"results": [file], "size": 1}


@routes("PUT", V1 + "/content/{id}/child/attachment")
def attach(confluence: Confluence, request: Request, number: str):
    return attached(confluence.attach(confluence.page(number), request, True))


@routes("POST", V1 + "/content/{id}/child/attachment")
def attach_new(confluence: Confluence, request: Request, number: str):
    return attached(confluence.attach(confluence.page(number), request, False))


def numbered(there: Page, number: str) -> dict:
    """Some spell the number of an attachment without its letters."""
    for one in there.attachments.values():
        if one["id"].removeprefix("att") == number.removeprefix("att"):
            return one
    raise Refusal(404, "There is no such attachment")


@routes("POST", V1 + "/content/{id}/child/attachment/{attachment}/data")
def attach_again(confluence: Confluence, request: Request, number: str, one: str):
    numbered(confluence.page(number), one)
    return attached(confluence.attach(confluence.page(number), request, True))["results"][0]


@routes("PUT", V1 + "/content/{id}/child/attachment/{attachment}")
def describe(confluence: Confluence, request: Request, number: str, one: str):
    return attached(numbered(confluence.page(number), one))["results"][0]


@routes("POST", V1 + "/content/{id}/label")
def add_labels(confluence: Confluence, request: Request, number: str):
    there = confluence.page(number)
    confluence.label(there, request.json)
    return {"results": [{"prefix": "global", "name": name} for name in there.labels], "size": len(there.labels)}


@routes("DELETE", V1 + "/content/{id}/label")
def remove_label(confluence: Confluence, request: Request, number: str):
    there, name = confluence.page(number), request.query["name"][0]
    if name not in there.labels:
        raise Refusal(404, "The page has no such label")
    there.labels.remove(name)


@routes("PUT", V1 + "/content/{id}/move/{place}/{target}")
def move(confluence: Confluence, request: Request, number: str, place: str, target: str):
    if place not in ("before", "after"):
        raise Refusal(400, "The place is before or after")
    confluence.move(confluence.page(number), place, confluence.page(target))
    return {"pageId": number}


@routes("POST", V1 + "/content/archive")
def archive(confluence: Confluence, request: Request):
    for one in request.json["pages"]:
        if not isinstance(one["id"], int):
            raise Refusal(400, "The id of a page to archive is a number")
        confluence.archive(confluence.page(str(one["id"])))
    return {"id": "task", "links": {"status": "/rest/api/longtask/task"}}


@routes("GET", V1 + "/user")
def user(confluence: Confluence, request: Request):
    account = request.query["accountId"][0]
    return {"type": "known", "accountId": account, "displayName": NAMES.get(account, "Somebody")}
