"""A fake of Confluence on a port of this machine."""

from __future__ import annotations

import base64
import http.server
import json
import socket
import threading
import urllib.parse

import cloud
import datacenter
from fake import EMAIL, TOKEN, Broken, Confluence, Exchange, Refusal, Request


def authorized(product: str, headers: dict[str, str]) -> bool:
    basic = base64.b64encode(f"{EMAIL}:{TOKEN}".encode()).decode()
    wanted = f"Basic {basic}" if product == "cloud" else f"Bearer {TOKEN}"
    return headers.get("authorization") == wanted


class Server:
    """A fake on a port of this machine."""

    def __init__(self, product: str = "cloud"):
        self.confluence = Confluence(product)
        self.routes = (cloud if product == "cloud" else datacenter).routes
        fake = self

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_):
                pass

            def go(self):
                with fake.confluence.lock:
                    fake.confluence.busy += 1
                try:
                    fake.answer(self)
                finally:
                    with fake.confluence.lock:
                        fake.confluence.busy -= 1

            do_GET = do_POST = do_PUT = do_DELETE = go

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}{self.confluence.context}"
        self.thread = threading.Thread(target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self.thread.start()

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def answer(self, handler):
        length = int(handler.headers.get("Content-Length") or 0)
        body = handler.rfile.read(length)
        parts = urllib.parse.urlsplit(handler.path)
        request = Request(
            handler.command,
            parts.path,
            urllib.parse.parse_qs(parts.query, keep_blank_values=True),
            {name.lower(): value for name, value in handler.headers.items()},
            body,
            handler.path,
        )
        confluence = self.confluence
        with confluence.lock:
            breaks = None
            headers: dict[str, str] = {}
            try:
                for fault in confluence.faults:
                    try:
                        fault(request)
                    except Broken as broken:
                        breaks = broken
                if breaks and not breaks.after:
                    return self.hang_up(handler)
                status, answer = self.route(request)
            except Refusal as refusal:
                status, headers = refusal.status, refusal.headers
                answer = self.refusal(refusal)
            confluence.log.append(Exchange(request, status, answer))
        data = b"" if answer is None else json.dumps(answer).encode()
        if breaks:
            handler.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n" + data[:10])
            return self.hang_up(handler)
        try:
            handler.send_response(status)
            for name, value in headers.items():
                handler.send_header(name, value)
            handler.send_header("Content-Type", "application/json")
            handler.send_header("Content-Length", str(len(data)))
            handler.end_headers()
            handler.wfile.write(data)
        except OSError:
            handler.close_connection = True

    @staticmethod
    def hang_up(handler):
        handler.close_connection = True
        try:
            handler.wfile.flush()
            handler.connection.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass

    def refusal(self, refusal: Refusal):
        if self.confluence.product == "cloud":
            error = {"status": refusal.status, "code": "REFUSED", "title": str(refusal), "detail": None}
            return {"errors": [error]}
        return {"statusCode": refusal.status, "message": str(refusal), "data": {"authorized": True}}

    def route(self, request: Request):
        confluence = self.confluence
        if not authorized(confluence.product, request.headers):
            raise Refusal(401, "Unauthorized")
        path = request.path.removeprefix(confluence.context).rstrip("/")
        found = self.routes.find(request.method, urllib.parse.unquote(path))
        if found is None:
            confluence.unknown.append(f"{request.method} {request.path}")
            raise Refusal(404, f"null for uri: {request.path}")
        function, groups = found
        answer = function(confluence, request, *groups)
        return (204, None) if answer is None else (200, answer)
