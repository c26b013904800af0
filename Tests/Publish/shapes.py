"""What requests and answers hold, as JSON Schema in our own words: of each operation that a run needs, the
members that it sends, and those that it reads."""

from __future__ import annotations

TEXT, NUMBER = {"type": "string", "minLength": 1}, {"type": "integer"}
DIGITS = {"type": "string", "pattern": "^[0-9]+$"}
ANY_TEXT = {"type": "string"}


def record(_closed: bool = False, _optional: dict | None = None, **members) -> dict:
    return {
        "type": "object",
        "required": list(members),
        "properties": members | (_optional or {}),
        "additionalProperties": not _closed,
    }


def sent(_optional: dict | None = None, **members) -> dict:
    return record(True, _optional, **members)


def many(of: dict) -> dict:
    return {"type": "array", "items": of}


def listed(of: dict) -> dict:
    return record(results=many(of), _links={"type": "object"})


STATE = sent(
    source=TEXT,
    sha256=ANY_TEXT,
    written=NUMBER,
    labels=many(TEXT),
    attachments=many(sent(name=TEXT, sha256=TEXT)),
)
STORAGE = sent(representation={"const": "storage"}, value=ANY_TEXT)
KEY = {"const": "runbookgen"}
PLAIN = sent(number=NUMBER)

CLOUD_VERSION = record(number=NUMBER, message=ANY_TEXT, authorId=TEXT, createdAt=TEXT)
CLOUD_PAGE = record(
    False,
    {"parentId": DIGITS, "position": {"type": ["integer", "null"]}},
    id=DIGITS,
    status=TEXT,
    title=TEXT,
    spaceId=DIGITS,
    version=CLOUD_VERSION,
    _links=record(webui=TEXT),
)
CLOUD_PROPERTY = record(id=TEXT, key=KEY, value=STATE, version=record(number=NUMBER))
LABELS = many(sent(prefix={"const": "global"}, name=TEXT))

#: (method, path): (what is sent, what is read)
CLOUD = {
    ("GET", "/api/v2/spaces"): (None, listed(record(id=DIGITS, key=TEXT, homepageId=DIGITS))),
    ("GET", "/api/v2/spaces/{id}/pages"): (None, listed(CLOUD_PAGE)),
    ("GET", "/api/v2/pages"): (None, listed(CLOUD_PAGE)),
    ("POST", "/api/v2/pages"): (
        sent({"parentId": DIGITS}, spaceId=DIGITS, status={"const": "current"}, title=TEXT, body=STORAGE),
        CLOUD_PAGE,
    ),
    ("GET", "/api/v2/pages/{id}"): (None, CLOUD_PAGE),
    ("PUT", "/api/v2/pages/{id}"): (
        sent(
            {"parentId": DIGITS},
            id=DIGITS,
            status={"const": "current"},
            title=TEXT,
            body=STORAGE,
            version=sent(number=NUMBER, message=TEXT),
        ),
        CLOUD_PAGE,
    ),
    ("GET", "/api/v2/pages/{id}/properties"): (None, listed(CLOUD_PROPERTY)),
    ("POST", "/api/v2/pages/{id}/properties"): (sent(key=KEY, value=STATE), CLOUD_PROPERTY),
    ("PUT", "/api/v2/pages/{id}/properties/{property}"): (sent(key=KEY, value=STATE, version=PLAIN), CLOUD_PROPERTY),
    ("GET", "/api/v2/pages/{id}/inline-comments"): (None, listed(record(id=TEXT, resolutionStatus=TEXT))),
    ("GET", "/api/v2/pages/{id}/attachments"): (None, listed(record(id=TEXT, title=TEXT, comment=ANY_TEXT))),
    ("PUT", "/rest/api/content/{id}/child/attachment"): (None, record(results=many(record(id=TEXT)))),
    ("POST", "/rest/api/content/{id}/label"): (LABELS, record(results={"type": "array"})),
    ("DELETE", "/rest/api/content/{id}/label"): (None, None),
    ("PUT", "/rest/api/content/{id}/move/{place}/{target}"): (None, record(pageId=DIGITS)),
    ("POST", "/rest/api/content/archive"): (sent(pages=many(sent(id=NUMBER))), record(id=TEXT)),
    ("GET", "/rest/api/user"): (None, record(displayName=TEXT)),
}

ABOVE = many(sent(id=DIGITS))
FIRST_BODY = sent(storage=STORAGE)
FIRST_VERSION = record(number=NUMBER, message=ANY_TEXT, when=TEXT, by=record(displayName=TEXT))
FIRST_PAGE = record(
    id=DIGITS, title=TEXT, version=FIRST_VERSION, ancestors=many(record(id=DIGITS)), _links=record(webui=TEXT)
)
FIRST_PROPERTY = record(key=KEY, value=STATE, version=record(number=NUMBER))
FIRST_FILE = record(id=TEXT, title=TEXT, metadata=record(comment=ANY_TEXT))

DATA_CENTER = {
    ("GET", "/rest/api/space/{key}"): (None, record(key=TEXT, homepage=record(id=DIGITS))),
    ("GET", "/rest/api/content"): (None, listed(FIRST_PAGE)),
    ("POST", "/rest/api/content"): (
        sent(
            {"ancestors": ABOVE},
            type={"const": "page"},
            status={"const": "current"},
            title=TEXT,
            space=sent(key=TEXT),
            body=FIRST_BODY,
        ),
        FIRST_PAGE,
    ),
    ("GET", "/rest/api/content/{id}"): (None, record(id=DIGITS, title=TEXT)),
    ("PUT", "/rest/api/content/{id}"): (
        sent(
            {"ancestors": ABOVE},
            type={"const": "page"},
            status={"const": "current"},
            title=TEXT,
            body=FIRST_BODY,
            version=sent(number=NUMBER, message=TEXT, minorEdit={"type": "boolean"}),
        ),
        FIRST_PAGE,
    ),
    ("GET", "/rest/api/content/{id}/property/{key}"): (None, FIRST_PROPERTY),
    ("POST", "/rest/api/content/{id}/property"): (sent(key=KEY, value=STATE), FIRST_PROPERTY),
    ("PUT", "/rest/api/content/{id}/property/{key}"): (sent(key=KEY, value=STATE, version=PLAIN), FIRST_PROPERTY),
    ("GET", "/rest/api/content/{id}/child/comment"): (None, listed({"type": "object"})),
    ("GET", "/rest/api/content/{id}/child/attachment"): (None, listed(FIRST_FILE)),
    ("POST", "/rest/api/content/{id}/child/attachment"): (None, record(results=many(FIRST_FILE))),
    ("POST", "/rest/api/content/{id}/child/attachment/{file}/data"): (None, FIRST_FILE),
    ("POST", "/rest/api/content/{id}/label"): (LABELS, record(results={"type": "array"})),
    ("DELETE", "/rest/api/content/{id}/label"): (None, None),
}
