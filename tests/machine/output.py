#!/usr/bin/env python3
"""Outputs that cannot be written: the old output stays byte for byte, nothing else is left, status 3, and the message names file and reason."""
import errno
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

from small_edition import make_edition

SKIP = 77
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
NOBODY = 65534
# Commands that write a file, and those that write a folder of files.
FILES = {"pdf": "build data/2024 -o {}", "text": "build data/2024 --to text -o {}", "schema": "new --schema data/2024 -o {}"}
FOLDERS = {"png": "build data/2024 --to png -o {}", "svg": "build data/2024 --to svg -o {}"}
PRINTERS = {"pdf": "build data/2024 -o -", "text": "build data/2024 --to text -o -", "facts": "facts data/2024", "json": "facts data/2024 --format json",
            "check": "check data/2024 --format json", "sarif": "check data/2024 --format sarif", "schema": "new --schema data/2024",
            "explain": "check --explain overflow", "help": "--help", "command-help": "build --help", "version": "--version"}
failures, skipped = [], []


class Impossible(Exception):
    """This machine cannot be made to fail that way."""


def tree(folder):
    return {str(path.relative_to(folder)): path.read_bytes() if path.is_file() and not path.is_symlink() else None
            for path in sorted(folder.rglob("*"))}


def run(bilan, words, folder, **options):
    return subprocess.run([bilan, *words], cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False,
                          **{"stdout": subprocess.DEVNULL, **options})


def check(name, good, what):
    if not good:
        failures.append(f"{name}: {what}")


def expect_failure(name, done, reason, named, before, folder):
    message = done.stderr.decode("utf-8", "backslashreplace")
    check(name, done.returncode == 3, f"status {done.returncode}: {message}")
    check(name, reason in message, f"not '{reason}' in: {message}")
    check(name, named in message, f"not '{named}' in: {message}")
    check(name, tree(folder) == before, f"changed: {sorted(set(tree(folder).items()) ^ set(before.items()))!r:.300}")


def old_output(folder, command):
    """An old output where the new one is to go."""
    if command in FOLDERS:
        (folder / "target").mkdir()
        for page in (1, 2, 3):
            (folder / f"target/page-0{page}.{command}").write_bytes(b"old\n" * page)
        (folder / "target/notes.txt").write_text("not a page\n")
    else:
        (folder / "target").write_bytes(b"old\n")


def mount(*words):
    done = subprocess.run(["mount", *words], capture_output=True, check=False)
    if done.returncode != 0:
        raise Impossible(f"mount: {done.stderr.decode().strip()}")


def fill(path):
    with open(path, "wb", buffering=0) as file:
        try:
            while file.write(b"x" * 4096):
                pass
        except OSError as error:
            if error.errno != errno.ENOSPC:
                raise


def full_disk(bilan, place, command, words):
    """A disk on which the old output and something else leave no room."""
    out = place / "out"
    mount("-t", "tmpfs", "-o", "size=64k", "none", str(out))
    try:
        old_output(out, command)
        fill(out / "filler")
        before = tree(out)
        expect_failure(f"full disk, {command}", run(bilan, words, place), "No space left on device", "out/target", before, out)
    finally:
        subprocess.run(["umount", str(out)], check=True)


def size_limit(bilan, place, command, words):
    """No file may grow beyond a kilobyte: what a quota does, too."""
    def limit():
        import resource
        resource.setrlimit(resource.RLIMIT_FSIZE, (1024, 1024))

    old_output(place / "out", command)
    before = tree(place / "out")
    expect_failure(f"size limit, {command}", run(bilan, words, place, preexec_fn=limit), "File too large", "out/target", before, place / "out")


def read_only_disk(bilan, place, command, words):
    out = place / "out"
    old_output(out, command)
    before = tree(out)
    mount("--bind", str(out), str(out))
    try:
        mount("-o", "remount,bind,ro", str(out))
        expect_failure(f"read-only disk, {command}", run(bilan, words, place), "Read-only file system", "out/target", before, out)
    finally:
        subprocess.run(["umount", str(out)], check=True)


def as_nobody(bilan, words, place):
    """As a user whom permissions bind."""
    if os.getuid() != 0:
        return run(bilan, words, place)
    if not shutil.which("setpriv"):
        raise Impossible("root, and no setpriv")
    return run("setpriv", [f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", bilan, *words], place)


def no_permission(bilan, place, command, words):
    """A folder, or a file, that may be read only."""
    out = place / "out"
    old_output(out, command)
    for path in [out, *out.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = tree(out)
    if as_nobody(bilan, ["--version"], place).returncode != 0:
        raise Impossible("the program cannot be run as another user from there")
    expect_failure(f"no permission, {command}", as_nobody(bilan, words, place), "Permission denied", "out/target", before, out)
    for path in [out, *out.rglob("*")]:
        path.chmod(0o755)


def target_of_another_kind(bilan, place, command, words):
    """A folder where a file is to go, a file where a folder is to go, a folder in the place of the last page."""
    out = place / "out"
    if command in FILES:
        (out / "target").mkdir()
        reason, named = "Is a directory", "out/target"
    else:
        (out / "target").write_bytes(b"old\n")
        reason, named = "Not a directory", "out/target"
    expect_failure(f"of another kind, {command}", run(bilan, words, place), reason, named, tree(out), out)
    if command in FOLDERS:
        (out / "target").unlink()
        old_output(out, command)
        last = out / f"target/page-03.{command}"
        last.unlink()
        last.mkdir()
        expect_failure(f"a folder for a page, {command}", run(bilan, words, place), "Is a directory", f"out/target/page-03.{command}", tree(out), out)


def busy(bilan, place, command, words):
    """Something is mounted on the old file: it cannot be renamed over."""
    out = place / "out"
    old_output(out, command)
    target = out / "target" if command in FILES else out / f"target/page-02.{command}"
    before = tree(out)
    mount("--bind", str(target), str(target))
    try:
        expect_failure(f"busy, {command}", run(bilan, words, place), "busy", str(target.relative_to(place)), before, out)
    finally:
        subprocess.run(["umount", str(target)], check=True)


def name_too_long(bilan, place, command, words):
    out = place / "out"
    name = "n" * 256
    long_words = [word.replace("target", name) for word in words]
    expect_failure(f"name too long, {command}", run(bilan, long_words, place), "File name too long", name, tree(out), out)
    done = run(bilan, [word.replace("target", "n" * 255) for word in words], place)
    check(f"longest name, {command}", done.returncode == 0, done.stderr.decode())


def odd_name(bilan, place, command, words):
    """Bytes that are no UTF-8 name a file like any others; in a folder that is not there, the message shows them."""
    odd = [os.fsencode(word).replace(b"target", b"\xff\xfe") for word in words]
    done = run(bilan, odd, place)
    check(f"odd name, {command}", done.returncode == 0 and (place / "out" / os.fsdecode(b"\xff\xfe")).exists(), done.stderr.decode("utf-8", "replace"))
    missing = [word.replace(b"out/", b"out/none\xff/") for word in odd]
    before = tree(place / "out")
    expect_failure(f"odd folder, {command}", run(bilan, missing, place), "No such file or directory", "out/none", before, place / "out")


def good_set(bilan, place, command, words):
    """Without a fault the pages take their places, and other files stay."""
    out = place / "out"
    old_output(out, command)
    done = run(bilan, words, place)
    check(f"good, {command}", done.returncode == 0, done.stderr.decode())
    if command in FOLDERS:
        found = tree(out / "target")
        check(f"good, {command}", sorted(found) == ["notes.txt"] + [f"page-0{page}.{command}" for page in (1, 2, 3)], sorted(found))
        check(f"good, {command}", all(len(content) > 1000 for name, content in found.items() if name != "notes.txt"), "not the pages")


def printing(bilan, place):
    """Standard output that is full, closed at the other end, or not open at all."""
    for name, command in PRINTERS.items():
        before = tree(place)
        with open("/dev/full", "wb") as full:
            expect_failure(f"/dev/full, {name}", run(bilan, command.split(), place, stdout=full), "No space left on device", "standard output", before, place)
        end, start = os.pipe()
        os.close(end)
        with os.fdopen(start, "wb") as pipe:
            expect_failure(f"closed pipe, {name}", run(bilan, command.split(), place, stdout=pipe), "Broken pipe", "standard output", before, place)
        done = run(bilan, command.split(), place, preexec_fn=lambda: os.close(1))
        expect_failure(f"no standard output, {name}", done, "Bad file descriptor", "standard output", before, place)
    for command in FOLDERS:
        before = tree(place)
        done = run(bilan, f"build data/2024 --to {command} -o -".split(), place)
        check(f"several files to standard output, {command}", done.returncode == 2 and tree(place) == before, done.stderr.decode())
    words = "build data/2024 -o /dev/full".split()
    expect_failure("-o /dev/full", run(bilan, words, place), "No space left on device", "'/dev/full'", tree(place), place)


def reader_leaves(bilan, place):
    """As in `bilan build … -o - | head -c 1`."""
    process = subprocess.Popen([bilan, "build", "data/2024", "-o", "-"], cwd=place, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.read(process.stdout.fileno(), 1)
    process.stdout.close()
    message = process.stderr.read().decode()
    process.wait(60)
    # What is small fits into the pipe at once.
    check("the reader leaves", process.returncode in (0, 3) and ("Broken pipe" in message) == (process.returncode == 3), message)


def closed_streams(bilan, place):
    """Without standard streams, no output file takes their numbers: messages do not land in it."""
    def close_all():
        for fd in (0, 1, 2):
            os.close(fd)

    done = run(bilan, ["build", "data/2024", "-o", "out/good.pdf"], place)
    (place / "data/services.csv").write_text((place / "data/services.csv").read_text() + "nobody,dossiers,2024,result,1,,\n")
    for name in ("warned", "closed"):
        done = run(bilan, ["build", "data/2024", "-o", f"out/{name}.pdf", "--no-attachments"], place, preexec_fn=close_all if name == "closed" else None)
        check("closed streams", done.returncode == 0, f"status {done.returncode}")
    check("closed streams", (place / "out/warned.pdf").read_bytes() == (place / "out/closed.pdf").read_bytes(), "another file")


def new_edition(bilan, place):
    """Where an edition cannot be made, nothing of it stays."""
    data = place / "data"
    (data / "2025").write_text("in the way\n")
    for words in ("new 2025 --from data/2024", "new 2025 --template mini"):
        before = tree(data)
        done = run(bilan, words.split(), place)
        check(words, done.returncode == 2 and "there already" in done.stderr.decode(), done.stderr.decode())
        check(words, tree(data) == before, "changed")
    (data / "2025").unlink()
    mount("--bind", str(data), str(data))
    try:
        mount("-o", "remount,bind,ro", str(data))
        for words in ("new 2025 --from data/2024", "new 2025 --template mini"):
            expect_failure(words, run(bilan, words.split(), place), "Read-only file system", "data/2025", tree(data), data)
    finally:
        subprocess.run(["umount", str(data)], check=True)


def in_place(test, *arguments):
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        place.chmod(0o755)
        make_edition(place)
        (place / "out").chmod(0o777)
        try:
            test(arguments[0], place, *arguments[1:])
        except Impossible as error:
            skipped.append(f"{' '.join(map(str, (test.__name__, *arguments[1:2])))}: {error}")


def main():
    bilan = os.path.abspath(sys.argv[1])
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    for command, words in {**FILES, **FOLDERS}.items():
        for test in (full_disk, size_limit, read_only_disk, no_permission, target_of_another_kind, busy, name_too_long, odd_name, good_set):
            in_place(test, bilan, command, words.format("out/target").split())
    for test in (printing, reader_leaves, closed_streams, new_edition):
        in_place(test, bilan)
    for line in failures:
        print("FAILED  " + line)
    for line in skipped:
        print("skipped " + line)
    print(f"{len(failures)} failures, {len(skipped)} impossible on this machine")
    return 1 if failures else SKIP if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
