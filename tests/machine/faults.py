#!/usr/bin/env python3
"""Lets each allocation, each call on files, each moment to be killed go wrong in turn (fault.c), and looks at what the program leaves behind."""
import argparse
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

from small_edition import make_edition

REPORT, ANSWER = 200, 201
STRAY = re.compile(r"(.*/)?\.[^/]+\.[0-9a-zA-Z]{6}|2025\.\d+(/.*)?")
# What the system calls its errors.
REASONS = {"EIO": "Input/output error", "EACCES": "Permission denied", "ENOSPC": "No space left on device", "EMFILE": "Too many open files",
           "EBUSY": "Device or resource busy", "EPERM": "Operation not permitted", "ENOMEM": "memory"}
COMMANDS = {
    "pdf": "build data/2024 -o out/report.pdf",
    "png": "build data/2024 --to png -o out/pages --pages 1-2",
    "svg": "build data/2024 --to svg -o out/pages",
    "text": "build data/2024 --to text -o out/report.txt",
    "stdout": "build data/2024 --to text -o -",
    "check": "check data/2024 --format json",
    "facts": "facts data/2024 --format json",
    "new": "new 2025 --from data/2024",
    "template": "new 2025 --template mini",
    "schema": "new --schema data/2024 -o out/schema.json",
}
# Those of which the reading is tested, too; the others read the same.
READERS = ("pdf", "new", "template", "schema")
# Those that a plan is carried out for unless told otherwise (all).
USUAL = {"memory-from": ("pdf", "new")}
TARGETS = ("out", "data")
TIME_LIMIT = 60


class Wrong(Exception):
    pass


def snapshot(folder):
    """Every file and folder in those that the program may write to."""
    found = {}
    for target in TARGETS:
        for root, folders, files in os.walk(folder / target):
            for name in folders:
                found[os.path.relpath(os.path.join(root, name), folder)] = None
            for name in files:
                with open(os.path.join(root, name), "rb") as file:
                    found[os.path.relpath(file.name, folder)] = file.read()
    return found


def restore(folder, wanted, found):
    for name in sorted(found.keys() - wanted.keys(), reverse=True):
        path = folder / name
        path.rmdir() if found[name] is None else path.unlink()
    for name, content in sorted(wanted.items()):
        if content is None:
            (folder / name).mkdir(exist_ok=True)
        elif found.get(name) != content:
            (folder / name).write_bytes(content)


class Campaign:
    """One command under one plan."""

    def __init__(self, folder, program, shim, plan, command, is_update):
        self.folder, self.program, self.shim, self.plan = folder, program, shim, plan
        self.command, self.words = command, COMMANDS[command].split()
        self.name = f"{plan} {command}{' again' if is_update else ''}"
        self.counts, self.wrong = {}, []
        self.environment = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANGUAGE": "en", "HOME": str(folder)}

    def good_run(self):
        done = subprocess.run([self.program, *self.words], cwd=self.folder, env=self.environment, stdin=subprocess.DEVNULL,
                              capture_output=True, check=False)
        if done.returncode != 0:
            raise Wrong(f"{self.name}: the run without faults ends with {done.returncode}: {done.stderr.decode()}")
        return done.stdout

    def run(self):
        self.old = snapshot(self.folder)
        self.good_stdout = self.good_run()
        self.new = snapshot(self.folder)
        restore(self.folder, self.old, self.new)
        if self.plan.startswith("memory"):
            self.run_branching()
        else:
            at = 1
            while self.run_point(at):
                at += 1
        if not self.counts:
            raise Wrong(f"{self.name}: not one fault was tried")

    def start(self, **variables):
        """The program under the shim; what it reports; where to answer."""
        report_read, report = os.pipe()
        answer, answer_write = os.pipe()

        def in_child():
            os.dup2(report, REPORT)
            os.dup2(answer, ANSWER)

        environment = {**self.environment, "LD_PRELOAD": self.shim, "FAULTS": self.plan, **variables}
        with open(self.folder / "stdout", "wb") as out, open(self.folder / "stderr", "wb") as err:
            process = subprocess.Popen([self.program, *self.words], cwd=self.folder, env=environment, stdin=subprocess.DEVNULL,
                                       stdout=out, stderr=err, preexec_fn=in_child, close_fds=False)
        os.close(report)
        os.close(answer)
        return process, os.fdopen(report_read, encoding="utf-8", errors="replace"), answer_write

    def run_point(self, at):
        """Whether there is such a point."""
        process, report, answer = self.start(FAULT_AT=str(at), **({} if self.command in READERS else {"FAULT_LATE": "1"}))
        with report:
            line = report.read()
        code = process.wait(TIME_LIMIT)
        os.close(answer)
        if line:
            self.look(*line.rstrip("\n").split("\t"), code)
        elif code != 0:
            raise Wrong(f"{self.name}: a run that met no fault ends with {code}: {self.text('stderr')}")
        else:
            restore(self.folder, self.old, snapshot(self.folder))
        return bool(line)

    def run_branching(self):
        process, report, answer = self.start(FAULT_STDOUT=str(self.folder / "stdout"), FAULT_STDERR=str(self.folder / "stderr"))
        with report:
            for line in report:
                self.look("allocation", str(sum(self.counts.values()) + 1), "ENOMEM", os.waitstatus_to_exitcode(int(line)))
                os.write(answer, b".")
        os.close(answer)
        if process.wait() != 0 or snapshot(self.folder) != self.new:
            raise Wrong(f"{self.name}: the run among faults ends with {process.returncode}")
        restore(self.folder, self.old, self.new)

    def text(self, name):
        return (self.folder / name).read_text(encoding="utf-8", errors="replace")

    def look(self, call, argument, fault, code):
        found = snapshot(self.folder)
        stdout, stderr = (self.folder / "stdout").read_bytes(), self.text("stderr")
        complaint = JUDGES[self.plan](self, call, fault, code, stdout, stderr, found)
        if complaint:
            where = argument.replace(str(self.folder) + "/", "")
            self.wrong.append(f"{call} '{where}' {fault}: status {code}: {complaint}\n        {stderr.strip()[-200:]}")
        self.counts[code] = self.counts.get(code, 0) + 1
        restore(self.folder, self.old, found)

    def is_good(self, stdout, found):
        return stdout == self.good_stdout and found == self.new

    def differences(self, found):
        names = sorted(name for name in found.keys() | self.old.keys() if found.get(name, 0) != self.old.get(name, 0))
        return "changed: " + ", ".join(names) if names else ""


def judge_memory(c, call, fault, code, stdout, stderr, found):
    if code == 0:
        return "" if c.is_good(stdout, found) else "another result"
    if code != 3:
        return "neither 0 nor 3"
    return c.differences(found) or ("" if "memory" in stderr else "does not say why")


def judge_files(c, call, fault, code, stdout, stderr, found):
    if code == 0:
        return "" if c.is_good(stdout, found) else "another result"
    if fault in ("EINTR", "short"):
        return "must not matter"
    if code != 3:
        return "neither 0 nor 3"
    if REASONS[fault] not in stderr or not re.search(r"'[^']+'|standard output", stderr):
        return "does not say what and why"
    return c.differences(found)


def judge_kill(c, call, fault, code, stdout, stderr, found):
    """Every file is the old one or the new one; a file under a temporary name may be left."""
    if code != -signal.SIGKILL:
        return "not killed"
    for name in found.keys() | c.old.keys():
        if not STRAY.fullmatch(os.path.relpath(name, "data") if name.startswith("data") else name):
            states = [state[name] for state in (c.old, c.new) if name in state]
            if name not in found and name in c.old and name in c.new:
                return f"'{name}' is gone"
            if name in found and found[name] not in states:
                return f"'{name}' is neither old nor new"
    return ""


def judge_signal(c, call, fault, code, stdout, stderr, found):
    if code != -signal.SIGTERM:
        return "goes on"
    return "" if found in (c.old, c.new) else c.differences(found)


JUDGES = {"memory": judge_memory, "memory-from": judge_memory, "files": judge_files, "kill": judge_kill, "signal": judge_signal}


def run_all(options, folder):
    make_edition(folder)
    failed = 0
    for command in options.commands or USUAL.get(options.plan, COMMANDS):
        for is_update in (False, True):
            campaign = Campaign(folder, os.path.abspath(options.bilan), os.path.abspath(options.shim), options.plan, command, is_update)
            if is_update and (" -o out" not in COMMANDS[command] or options.plan.startswith("memory")):
                continue
            try:
                if is_update:  # something else stands there already
                    campaign.good_run()
                    for path in [p for p in (folder / "out").rglob("*") if p.is_file()]:
                        path.write_bytes(b"old\n" * 3000)
                campaign.run()
            except Wrong as error:
                campaign.wrong.append(str(error))
            ends = ", ".join(f"{count} with {code}" for code, count in sorted(campaign.counts.items()))
            print(f"{'FAILED' if campaign.wrong else 'ok':6}  {campaign.name}: {sum(campaign.counts.values())} faults; ends: {ends}", flush=True)
            for line in campaign.wrong[:options.show]:
                print("    " + line)
            failed += bool(campaign.wrong)
    return failed


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("plan", choices=JUDGES)
    parser.add_argument("--bilan", required=True)
    parser.add_argument("--shim", required=True, help="fault.so")
    parser.add_argument("--show", type=int, default=20, help="complaints to show for each command")
    parser.add_argument("commands", nargs="*", help=f"of {', '.join(COMMANDS)} (all)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, tempfile.TemporaryDirectory() as apart:
        shim = pathlib.Path(apart) / "fault.so"  # a link: LD_PRELOAD parts paths at blanks
        shim.symlink_to(os.path.abspath(options.shim))
        options.shim = shim
        return 1 if run_all(options, pathlib.Path(name)) else 0


if __name__ == "__main__":
    sys.exit(main())
