"""A customer's webhook receiver: an ASGI app for uvicorn, which verifies with the package `standardwebhooks`.

RECEIVER_DIR holds a folder `secrets`, with a file of secrets (one a line) for each path that is posted to, and gets
`log`, one JSON line a delivery. The query says what to answer: `status`, `first` (what a webhook-id's first delivery is
answered), `retry_after`, `location`.
"""

import json
import os
import pathlib
import urllib.parse

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

FOLDER = pathlib.Path(os.environ["RECEIVER_DIR"])
SEEN = {}


def verdict(secret, body, headers):
    try:
        Webhook(secret).verify(body, headers)
        return True
    except WebhookVerificationError:
        return False


async def app(scope, receive, send):
    if scope["type"] != "http":
        raise NotImplementedError
    body = b""
    while True:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
    query = dict(urllib.parse.parse_qsl(scope["query_string"].decode("latin-1")))
    name = scope["path"].strip("/")
    secrets = FOLDER / "secrets" / name
    verified = [verdict(s, body.decode(), headers) for s in secrets.read_text().split()] if secrets.exists() else []
    identity = headers.get("webhook-id", "")
    SEEN[identity] = SEEN.get(identity, 0) + 1
    status = int(query.get("status", "200"))
    if "first" in query and SEEN[identity] == 1:
        status = int(query["first"])
    line = {"path": name, "method": scope["method"], "headers": headers, "body": body.decode(), "verified": verified,
            "status": status}
    with open(FOLDER / "log", "a", encoding="utf-8") as log:
        log.write(json.dumps(line) + "\n")
    answer = [(b"content-type", b"text/plain")]
    for option, header in (("retry_after", b"retry-after"), ("location", b"location")):
        if option in query:
            answer.append((header, query[option].encode("latin-1")))
    await send({"type": "http.response.start", "status": status, "headers": answer})
    await send({"type": "http.response.body", "body": b"thanks" if status not in (204, 304) else b""})
