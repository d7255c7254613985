"""What /proc says of a process."""

import os

CLOCK_TICKS = os.sysconf("SC_CLK_TCK")


def cpu_seconds(pid):
    """User and system time of all its threads."""
    with open(f"/proc/{pid}/stat") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / CLOCK_TICKS


def _status_mib(pid, name):
    with open(f"/proc/{pid}/status") as file:
        return int(next(line for line in file if line.startswith(name)).split()[1]) / 1024


def resident_mib(pid):
    return _status_mib(pid, "VmRSS")


def peak_mib(pid):
    return _status_mib(pid, "VmHWM")


def descriptors(pid):
    return len(os.listdir(f"/proc/{pid}/fd"))


def all_cpu_seconds(folder="/proc"):
    """What every process of the machine has used, and what was stolen by others on the same hardware."""
    with open(f"{folder}/stat") as file:
        ticks = [int(word) for word in file.readline().split()[1:9]]
    user, nice, system, _, _, irq, softirq, steal = ticks
    return (user + nice + system + irq + softirq) / CLOCK_TICKS, steal / CLOCK_TICKS
