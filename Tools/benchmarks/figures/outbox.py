"""A queue of a million mails beside one of a thousand, through the real worker into the mail folder."""

import os
import shutil
import statistics
import subprocess
import time

from harness.places import RELEASE
from harness.proc import cpu_seconds
from harness.run import say
from harness.servers import accountd, seed


def sent_per_second(data, first, count, before_end=lambda server: None):
    """Starts a server on the folder and answers at which rate mails come to lie in its mail folder, from the `first` to the
    `count`th, and the server's CPU in microseconds a mail. The rest is left for another time."""
    mail = f"{data}/mail"
    shutil.rmtree(mail, ignore_errors=True)
    server = accountd(data)

    def wait(number):
        # Not more often: listing the folder keeps the server from writing to it.
        while len(os.listdir(mail)) < number:
            time.sleep(0.02)
        return time.perf_counter()

    began, used = wait(first), cpu_seconds(server.pid)
    seconds = wait(count) - began
    used = cpu_seconds(server.pid) - used
    before_end(server)
    # A stop writes the log of changes back into the file: so the next round doesn't pay for this one.
    server.stop()
    return (count - first) / seconds, used * 1e6 / (count - first)


def link_milliseconds(server, data, customer):
    """From the asking for a link to set a new password to the mail that holds it."""
    mail = f"{data}/mail"
    seen = set(os.listdir(mail))
    before = time.perf_counter()
    subprocess.run(
        [f"{RELEASE}/rpcctl", "call", "--address", server.address, "--service-token", f"{data}/service-token",
         "SecurityService/RequestPasswordReset", "-d", f'{{"email": "customer{customer}@example.com"}}'],
        check=True, stdout=subprocess.DEVNULL)
    while True:
        for name in os.listdir(mail):
            if name not in seen and name.endswith(".eml"):
                seen.add(name)
                with open(f"{mail}/{name}", "rb") as file:
                    if b"Set a new password" in file.read(2048):
                        return (time.perf_counter() - before) * 1000
        time.sleep(0.002)


def measure(run):
    many, figures, links = f"{run.folder}/million", {"million": [], "thousand": []}, []
    began = time.perf_counter()
    seed(many, 100, 100, run.folder, mails=1_000_000)
    say(f"       outbox: a million mails promised in {time.perf_counter() - began:.0f} s")
    for number in range(max(7, run.rounds)):
        few = f"{run.folder}/thousand{number}"
        seed(few, 100, 100, run.folder, mails=1_000)
        figures["thousand"].append(sent_per_second(few, 100, 950))
        ask = lambda server: links.append(link_milliseconds(server, many, number))
        figures["million"].append(sent_per_second(many, 100, 950, ask))
        shutil.rmtree(few)
    (ours, cost), (theirs, cost_of_few) = (
        [statistics.median(column) for column in zip(*figures[name])] for name in ("million", "thousand"))
    say(f"       mails a second into the folder: {ours:.0f} of a million, {theirs:.0f} of a thousand;"
        f" server CPU a mail: {cost:.0f} and {cost_of_few:.0f} us")
    say(f"       a magic link asked for in front of a million mails: {statistics.median(links):.0f} ms to its mail")
    return run.figure("the pace of a million, times that of a thousand", ours / theirs, 0.9, "more")
