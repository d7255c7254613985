"""What the figures were taken on."""

import os
import platform
import subprocess

from harness.proc import all_cpu_seconds


def first(path, start):
    with open(path) as file:
        return next((line.split(":", 1)[1].strip() for line in file if line.startswith(start)), "unknown")


def disk(folder):
    """The file system that the data lies on, and the device's model where the kernel knows one."""
    device, kind = subprocess.check_output(["findmnt", "-n", "-o", "SOURCE,FSTYPE", "--target", folder], text=True).split()[:2]
    name = os.path.basename(os.path.realpath(device))
    model = ""
    for path in (f"/sys/class/block/{name}/device/model", f"/sys/class/block/{name}/../device/model"):
        if os.path.exists(path):
            with open(path) as file:
                model = file.read().strip()
    return f"{kind} on {device}" + (f" ({model})" if model else "")


def machine(folder):
    virtual = subprocess.run(["systemd-detect-virt", "--vm"], stdout=subprocess.PIPE, text=True).stdout.strip() if has("systemd-detect-virt") else ""
    return {
        "cpu": first("/proc/cpuinfo", "model name"), "cores": os.cpu_count(), "kernel": platform.release(),
        "memory_gib": int(first("/proc/meminfo", "MemTotal").split()[0]) / 2**20, "disk": disk(folder),
        "virtual": virtual or ("yes" if "hypervisor" in first("/proc/cpuinfo", "flags").split() else "no"),
        "load": os.getloadavg()[0], "stolen_seconds": all_cpu_seconds()[1]}


def has(program):
    return any(os.access(os.path.join(folder, program), os.X_OK) for folder in os.environ.get("PATH", "").split(":"))
