"""What Confluence Data Center is asked for."""

from __future__ import annotations

import fake
from fake import DATE, NAMES, Confluence, Page, Refusal, Request, Routes, part

routes = Routes()
V1 = "/rest/api"


def listed(confluence: Confluence, request: Request, items: list):
    start = int(request.query.get("start", ["0"])[0])
    results, next_start = part(confluence, request, items, 25)
    links = {"base": "http://127.0.0.1", "context": ""}
    if next_start is not None:
        links["next"] = f"{request.path}?start={next_start}"
    return {"results": results, "start": start, "limit": confluence.PARTS, "size": len(results), "_links": links}


def content(confluence: Confluence, request: Request, of: Page):
    expand = request.query.get("expand", [""])[0].split(",")
    answer = {
        "id": of.id, "type": "page", "status": of.status, "title": of.title,
        "_links": {"webui": f"/pages/viewpage.action?pageId={of.id}"},
    }
    if "version" in expand:
        answer["version"] = {
            "by": {"type": "known", "username": of.version.author, "displayName": NAMES[of.version.author]},
            "when": DATE, "message": of.version.message, "number": of.version.number, "minorEdit": False,
        }
    if "ancestors" in expand:
        above, next_id = [], of.parent
        while next_id is not None:
            above.insert(0, {"id": next_id, "type": "page", "title": confluence.pages[next_id].title})
            next_id = confluence.pages[next_id].parent
        answer["ancestors"] = above
    if "body.storage" in expand:
        answer["body"] = {"storage": {"value": of.body, "representation": "storage"}}
    return answer


def parent(wanted: dict) -> str | None:
    above = wanted.get("ancestors") or []
    return above[-1]["id"] if above else None


def storage(wanted: dict) -> str | None:
    if "body" not in wanted:
        return None
    body = wanted["body"]["storage"]
    if body.get("representation") != "storage":
        raise Refusal(400, "The body is not in storage format")
    return body["value"]


@routes("GET", V1 + "/space/{key}")
def space(confluence: Confluence, request: Request, key: str):
    if key not in fake.SPACES:
        raise Refusal(404, "No space with key : " + key)
    answer = {"id": int(fake.SPACES[key]), "key": key, "name": "Operations", "type": "global"}
    if request.query.get("expand") == ["homepage"]:
        answer["homepage"] = {"id": confluence.homes[key].id, "type": "page", "title": "Operations"}
    return answer


@routes("GET", V1 + "/content")
def pages(confluence: Confluence, request: Request):
    keys, titles = request.query.get("spaceKey", [""]), request.query.get("title")
    if keys[0] not in fake.SPACES:
        raise Refusal(404, "No space with that key")
    found = [p for p in confluence.current() if p.space in keys and (not titles or p.title in titles)]
    return listed(confluence, request, [content(confluence, request, page) for page in found])


@routes("POST", V1 + "/content")
def create(confluence: Confluence, request: Request):
    wanted = request.json
    key = wanted.get("space", {}).get("key")
    if wanted.get("type") != "page" or key not in fake.SPACES:
        raise Refusal(400, "The type or the space is missing")
    made = confluence.create(wanted["title"], parent(wanted), storage(wanted) or "", key)
    return content(confluence, request, made)


@routes("GET", V1 + "/content/{id}")
def get(confluence: Confluence, request: Request, number: str):
    return content(confluence, request, confluence.page(number))


@routes("PUT", V1 + "/content/{id}")
def update(confluence: Confluence, request: Request, number: str):
    wanted, there = request.json, confluence.page(number)
    if wanted.get("type") != "page":
        raise Refusal(400, "The type is missing")
    confluence.update(there, wanted["title"], parent(wanted), storage(wanted), wanted.get("version") or {})
    return content(confluence, request, there)


def shown(stored: dict):
    return {
        "id": stored["id"], "key": stored["key"], "value": stored["value"],
        "version": {"number": stored["version"], "when": DATE, "message": "", "minorEdit": False},
    }


@routes("GET", V1 + "/content/{id}/property/{key}")
def get_property(confluence: Confluence, request: Request, number: str, key: str):
    stored = confluence.page(number).properties.get(key)
    if stored is None:
        raise Refusal(404, "There is no such property")
    return shown(stored)


@routes("POST", V1 + "/content/{id}/property")
def add_property(confluence: Confluence, request: Request, number: str):
    wanted = request.json
    return shown(confluence.set_property(confluence.page(number).properties, wanted["key"], wanted["value"], None))


@routes("PUT", V1 + "/content/{id}/property/{key}")
def set_property(confluence: Confluence, request: Request, number: str, key: str):
    wanted = request.json
    version = wanted["version"]["number"]
    return shown(confluence.set_property(confluence.page(number).properties, key, wanted["value"], version))


@routes("GET", V1 + "/content/{id}/child/comment")
def comments(confluence: Confluence, request: Request, number: str):
    found = [
        {
            "id": f"{number}{n}", "type": "comment", "status": "current",
            "extensions": {"location": "inline", "resolution": {"status": "open" if is_open else "resolved"}},
        }
        for n, is_open in enumerate(confluence.page(number).comments)
    ]
    return listed(confluence, request, found)


def attachment(one: dict):
    return {
        "id": one["id"], "type": "attachment", "status": "current", "title": one["name"],
        "metadata": {"comment": one["comment"], "mediaType": "image/png"},
        "version": {"number": one["version"], "when": DATE},
    }


@routes("GET", V1 + "/content/{id}/child/attachment")
def attachments(confluence: Confluence, request: Request, number: str):
    files = confluence.page(number).attachments.values()
    return listed(confluence, request, [attachment(one) for one in files])


@routes("POST", V1 + "/content/{id}/child/attachment")
def attach(confluence: Confluence, request: Request, number: str):
    return {"results": [attachment(confluence.attach(confluence.page(number), request, False))], "size": 1}


@routes("POST", V1 + "/content/{id}/child/attachment/{attachment}/data")
def attach_again(confluence: Confluence, request: Request, number: str, one: str):
    there = confluence.page(number)
    if not any(file["id"] == one for file in there.attachments.values()):
        raise Refusal(404, "There is no such attachment")
    return attachment(confluence.attach(there, request, True))


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
