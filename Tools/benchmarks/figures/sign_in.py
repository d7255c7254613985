"""Sign-ins beside bare Argon2id, and what a ValidateSession waits for beside them."""

import os
import subprocess
import time

from harness.loads import background, load
from harness.places import PEERS
from harness.run import say
from harness.servers import accountd, seed

ARGON2_MEMORY_KIB, ARGON2_PASSES = 19456, 2
OF_BARE, TIMES_UNLOADED = 0.95, 2
SECONDS = 3


def measure(run):
    data, cores = f"{run.folder}/signin", os.cpu_count()
    seed(data, 1000, 1000, run.folder)
    server = accountd(data, "--argon2-memory-kib", str(ARGON2_MEMORY_KIB), "--argon2-passes", str(ARGON2_PASSES))
    tokens, accounts = f"{run.folder}/tokens", f"{run.folder}/accounts"
    sign_ins = ["--connections", 1, "--in-flight", 4 * cores, "--accounts", accounts, "--calls", 10_000_000, "--seconds"]
    hot = ["--connections", 1, "--in-flight", 1, "--tokens", tokens, "--calls", 10_000_000, "--latency", "--seconds", SECONDS]

    def bare():
        return float(subprocess.check_output([f"{PEERS}/bare_argon2", str(cores), str(ARGON2_MEMORY_KIB), str(ARGON2_PASSES), str(SECONDS)]))

    def latency():
        answer = load("validate", server.address, data, *hot)
        return {"p50_us": answer["p50_us"], "p99_us": answer["p99_us"]}

    def latency_beside():
        beside = background("sign-in", server.address, data, *sign_ins, SECONDS + 1.5)
        time.sleep(0.75)
        taken = latency()
        beside.wait()
        return taken

    taken = run.interleave(
        {"Argon2id, bare": bare, "sign-ins": lambda: load("sign-in", server.address, data, *sign_ins, SECONDS)["per_second"],
         "unloaded": latency, "beside sign-ins": latency_beside}, "taken")
    server.stop()
    say(f"       sign-ins {taken['sign-ins']:.1f}/s; bare Argon2id {taken['Argon2id, bare']:.1f}/s on {cores} cores; ValidateSession p99 "
        f"{taken['unloaded']['p99_us']:.0f} us alone, {taken['beside sign-ins']['p99_us']:.0f} us beside sign-ins")
    run.figure("sign-ins, of bare Argon2id", taken["sign-ins"] / taken["Argon2id, bare"], OF_BARE, "more")
    run.figure("ValidateSession p99 while sign-ins saturate: times unloaded", taken["beside sign-ins"]["p99_us"] / taken["unloaded"]["p99_us"],
               TIMES_UNLOADED, "less")


def tell(page, kept):
    rate, alone = page.median(kept, "taken/sign-ins"), page.median(kept, "taken/unloaded")
    bare, beside = page.median(kept, "taken/Argon2id, bare"), page.median(kept, "taken/beside sign-ins")
    page.text(f"Argon2id with {ARGON2_MEMORY_KIB:,} KiB and {ARGON2_PASSES} passes, by libsodium; on all cores at once, as bare hashes and as whole sign-ins, in which a row "
              "for the try, the session and its activity are written too. Beside them one ValidateSession after another, over one connection.")
    page.table(["", "a second"], [["Argon2id, bare", f"{bare:.1f}"], ["sign-ins", f"{rate:.1f}"]])
    page.table(["ValidateSession", "p50, µs", "p99, µs"], [
        ["alone", f"{alone['p50_us']:.0f}", f"{alone['p99_us']:.0f}"], ["while sign-ins saturate", f"{beside['p50_us']:.0f}", f"{beside['p99_us']:.0f}"]])
