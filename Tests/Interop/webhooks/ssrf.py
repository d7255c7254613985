"""Every way inside that we know of, tried against a real server, in a network namespace without a route out.

    unshare -nmpf --kill-child --mount-proc python3 ssrf.py ACCOUNTD RPCCTL FOLDER CA CERTIFICATE KEY PYTHON

Addresses inside and outside lie on the namespace's loopback, and a listener on every one of them notes who connects: where
the guard fails, it is seen here and goes nowhere. One public address has a real receiver, to show that what may be reached is.
Prints "ok NAME" lines and "passed".
"""

import json
import os
import pathlib
import socket
import struct
import subprocess
import sys
import threading
import time

accountd, rpcctl, folder, ca, certificate, key, python = sys.argv[1:8]
folder = pathlib.Path(folder)
PUBLIC = "93.184.216.34"
INSIDE4 = ["127.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1", "169.254.169.254", "198.18.0.1"]
INSIDE6 = ["::1", "fd00::1", "fe80::1", "64:ff9b::7f00:1", "64:ff9b:1::7f00:1", "2002:7f00:1::1", "2001:0:7f00:1::1",
           "2001:db8::1"]
PORT = 8443


def run(*words):
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)


run("ip", "link", "set", "lo", "up")
for address in INSIDE4[1:] + [PUBLIC]:
    run("ip", "addr", "add", address + "/32", "dev", "lo")
for address in INSIDE6[1:]:
    run("ip", "-6", "addr", "add", address + "/128", "dev", "lo", "nodad")
(folder / "resolv.conf").write_text("nameserver 127.0.0.1\noptions timeout:1 attempts:1\n")
run("mount", "--bind", str(folder / "resolv.conf"), "/etc/resolv.conf")

connected = []


def trap(family, address):
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    if family == socket.AF_INET6:
        listener.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        scope = socket.if_nametoindex("lo") if address.startswith("fe80") else 0
        listener.bind((address, PORT, 0, scope))
    else:
        listener.bind((address, PORT))
    listener.listen(16)

    def accept():
        while True:
            client, _ = listener.accept()
            connected.append(address)
            client.close()

    threading.Thread(target=accept, daemon=True).start()


for address in INSIDE4:
    trap(socket.AF_INET, address)
for address in INSIDE6:
    trap(socket.AF_INET6, address)

# A name server whose answers the test sets: per name a list of answers, one a question, the last for ever.
answers = {}


def name_server():
    server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
    server.bind(("127.0.0.1", 53))
    while True:
        question, client = server.recvfrom(4096)
        labels, at = [], 12
        while question[at]:
            labels.append(question[at + 1:at + 1 + question[at]].decode())
            at += 1 + question[at]
        kind = struct.unpack(">H", question[at + 1:at + 3])[0]
        lists = answers.get(".".join(labels).lower(), {}).get(kind, [])
        found = lists.pop(0) if len(lists) > 1 else (lists[0] if lists else [])
        head = question[:2] + struct.pack(">HHHHH", 0x8180, 1, len(found), 0, 0)
        records = b""
        for address in found:
            data = socket.inet_pton(socket.AF_INET if kind == 1 else socket.AF_INET6, address)
            records += struct.pack(">HHHIH", 0xC00C, kind, 1, 0, len(data)) + data
        server.sendto(head + question[12:at + 5] + records, client)


threading.Thread(target=name_server, daemon=True).start()
A, AAAA = 1, 28

environment = {name: value for name, value in os.environ.items() if not name.startswith("ACCOUNTD_")}
receiver_folder = folder / "receiver"
(receiver_folder / "secrets").mkdir(parents=True)
receiver = subprocess.Popen(
    [python, "-m", "uvicorn", "--app-dir", str(pathlib.Path(__file__).parent), "receiver:app", "--host", PUBLIC, "--port",
     str(PORT), "--ssl-certfile", certificate, "--ssl-keyfile", key, "--log-level", "warning"],
    env={**environment, "RECEIVER_DIR": str(receiver_folder)})
# A proxy from the environment would get around the check of the address; there is a trap at it.
proxy = {"https_proxy": "http://10.0.0.1:8443", "HTTPS_PROXY": "http://10.0.0.1:8443", "ALL_PROXY": "http://10.0.0.1:8443"}
data = folder / "data"
server = subprocess.Popen(
    [accountd, "serve", "--listen", "127.0.0.1:7443", "--data", str(data), "--argon2-memory-kib", "7168",
     "--argon2-passes", "5", "--webhook-ca", ca],
    env={**environment, **proxy}, stdout=subprocess.PIPE, text=True)


def call(method, request, token=None):
    words = [rpcctl, "call", "--address", "127.0.0.1:7443", "--service-token", str(data / "service-token"), method, "-d",
             json.dumps(request)]
    if token:
        words[2:2] = ["--token", str(token)]
    done = subprocess.run(words, capture_output=True, text=True, env={**environment, "HOME": str(folder)})
    return (json.loads(done.stdout) if done.returncode == 0 else None), done.stderr


def need(pair):
    answer, error = pair
    assert answer is not None, error
    return answer


def customer(number):
    """A customer of their own: an account has at most 16 endpoints."""
    address = f"ssrf-{number}@example.com"
    password = "Tangerine lamp orbit 77"
    need(call("AccountService/SignUp", {"email": address, "password": password, "display_name": "S", "time_zone": "UTC"}))
    link, deadline = "", time.time() + 30
    while not link and time.time() < deadline:
        for mail in (data / "mail").glob("*.eml"):
            text = mail.read_bytes().replace(b"=\r\n", b"").replace(b"=3D", b"=").decode("utf-8", "replace")
            if f"To: " in text and address in text and "#token=" in text:
                link = text.split("#token=")[1][:47]
        time.sleep(0.05)
    assert link, "no verification mail"
    verified = need(call("AccountService/VerifyEmail", {"token": link}))
    opened = need(call("SessionsService/SignIn", {"email": address, "password": password, "user_agent": "t"}))
    token = folder / f"token-{number}"
    token.write_text(opened["session_token"])
    token.chmod(0o600)
    return verified["account_id"], token


def delivered(account, token, url):
    """The first try of an event to the URL; None where the endpoint was refused."""
    answer, error = call("NotificationsService/CreateWebhookEndpoint", {"url": url}, token)
    if answer is None:
        assert "URL_NOT_PUBLIC" in error or "URL_INVALID" in error, error
        return None
    endpoint = answer["webhook_endpoint"]["id"]
    need(call("NotificationsService/PublishWebhookEvent", {"account_id": account, "event_type": "ssrf.tried", "payload": "{}"}))
    for _ in range(400):
        listed = need(call("NotificationsService/ListWebhookDeliveries", {"endpoint_id": endpoint}, token))
        delivery = listed["webhook_deliveries"][0]
        if int(delivery.get("attempt_count", 0)) > 0:
            need(call("NotificationsService/DeleteWebhookEndpoint", {"endpoint_id": endpoint}, token))
            return delivery["attempts"][-1] | {"state": delivery["state"]}
        time.sleep(0.05)
    raise AssertionError(f"{url} was never tried")


failed = []


def check(name, right, what=""):
    print(("ok " if right else "FAILED ") + name, "" if right else what, flush=True)
    if not right:
        failed.append(name)


try:
    assert "ready" in server.stdout.readline()
    account, token = customer(1)
    literals = ["2130706433", "0x7f000001", "017700000001", "0177.0.0.1", "0x7f.1", "127.1", "127.0.0.1", "0.0.0.0", "0",
                "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]", "169.254.169.254",
                "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "10.0.0.1", "192.168.0.1", "172.16.0.1", "100.64.0.1",
                "[fd00::1]", "[fe80::1]", "[2002:7f00:1::1]", "[2001:0:7f00:1::1]", "[2001:db8::1]", "localhost"]
    for literal in literals:
        check(f"{literal} is refused as it is written", delivered(account, token, f"https://{literal}:{PORT}/") is None)
    check("so far nothing connected", not connected, connected)

    # Names: only the address that is really connected to can tell.
    for number, address in enumerate(INSIDE4 + INSIDE6 + ["0.0.0.0", "::", "::ffff:127.0.0.1", "::127.0.0.1"]):
        name = f"inside{number}.example"
        answers[name] = {AAAA if ":" in address else A: [[address]]}
        attempt = delivered(account, token, f"https://{name}:{PORT}/")
        check(f"a name for {address} is refused", attempt and "not public" in attempt["failure_reason"], attempt)
    check("names inside: nothing connected", not connected, connected)

    answers["outside.example"] = {A: [[PUBLIC]]}
    attempt = delivered(account, token, f"https://outside.example:{PORT}/outside")
    check("a name for a public address is delivered to", attempt["state"] == "WEBHOOK_DELIVERY_STATE_SUCCEEDED", attempt)

    answers["redirect.example"] = {A: [[PUBLIC]]}
    for number, (status, target) in enumerate([(301, "https://127.0.0.1:8443/"), (302, "https://169.254.169.254:8443/"),
                                               (307, "http://10.0.0.1:8443/"), (308, "https://[::1]:8443/"),
                                               (303, "file:///etc/passwd")]):
        attempt = delivered(account, token, f"https://redirect.example:{PORT}/redirect?status={status}&location={target}")
        right = attempt["response_code"] == status and "not followed" in attempt["failure_reason"]
        check(f"a redirect ({status}) to {target} is not followed", right, attempt)
    check("redirects: nothing connected", not connected, connected)

    # First outside, then inside: the second try looks the name up anew.
    account, token = customer(2)
    answers["rebinding.example"] = {A: [[PUBLIC], ["127.0.0.1"]]}
    url = f"https://rebinding.example:{PORT}/rebinding?status=503"
    endpoint = need(call("NotificationsService/CreateWebhookEndpoint", {"url": url}, token))["webhook_endpoint"]["id"]
    need(call("NotificationsService/PublishWebhookEvent",
              {"account_id": account, "event_type": "ssrf.tried", "payload": "{}"}))
    for _ in range(200):
        listed = need(call("NotificationsService/ListWebhookDeliveries", {"endpoint_id": endpoint}, token))
        attempts = listed["webhook_deliveries"][0]["attempts"]
        if len(attempts) > 1:
            break
        time.sleep(0.1)
    check("a name that leads outside first is delivered to", attempts[-1].get("response_code") == 503, attempts)
    check("and refused when it leads inside", len(attempts) > 1 and "not public" in attempts[0]["failure_reason"], attempts)
    # Both at once: what is left after the refusal is tried, or nothing is; never the inner one.
    answers["both.example"] = {A: [["127.0.0.1", PUBLIC]], AAAA: [["::1"]]}
    delivered(account, token, f"https://both.example:{PORT}/both")
    check("nothing ever connected inside", not connected, connected)
finally:
    # At once: nothing of either is wanted any more.
    for process in (server, receiver):
        process.kill()
        process.wait(30)
print("passed" if not failed else f"{len(failed)} failed")
sys.exit(1 if failed else 0)
