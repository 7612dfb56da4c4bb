#!/usr/bin/env python3
"""The next edition started from the last: the author's file with the year and days moved, and marks where to look.

usage: new_edition.py BILAN
"""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]

LAST = """\
# Written by hand.
edition:   2024     # the year
title: "Bilan ${edition}"
published: '2024-02-29'
closed: 2025-01-15  # no figure after it
layout: mini
figures:
    - own.csv
    - ../shared.csv
pages:

  # The first page.
  - page: cover
    title: Depuis 2013
  - page: words
    title: Le réseau
    text: >
      En 2024, plus de ${agents@2023}
      agents.

    notes: |
      Relire en 2025.
  - {page: words, title: En 2024}
  -
    page: words
    title: ">"
    text: '1er janvier 2025 et 12024'
  - include: more/pages.yaml
  - include: ../shared.yaml
"""

# What the next edition says instead, with the lines numbered in it.
CHANGES = """\
-edition:   2024     # the year
2+edition:   2025     # the year
-published: '2024-02-29'
-closed: 2025-01-15  # no figure after it
4+published: '2025-02-28'  # to review: 2024-02-29 in the edition of 2024
5+closed: 2026-01-15  # no figure after it
-    - own.csv
8+    - ../2024/own.csv
15+  # to review: typed here: 2024, 2023, 2025
16+  # to review: notes on the edition of 2024
25+  # to review: typed here: 2024
28+    # to review: typed here: 2025
"""

MORE = "- page: words\n  title: En 2023\n  picture: logo.png\n"
MORE_CHANGES = """\
1+# to review: typed here: 2023
-  picture: logo.png
4+  picture: ../../2024/more/logo.png
"""

# Line and column of each typed year in the new files.
NOTES = ["bilan.yaml:20:10", "bilan.yaml:20:33", "bilan.yaml:24:17", "bilan.yaml:26:29", "bilan.yaml:31:24",
         "more/pages.yaml:3:13"]

wrong = []


def same(name, wanted, found):
    if wanted == found:
        print(f"ok: {name}")
        return
    wrong.append(name)
    print(f"FAILED: {name}")
    lines = (str(wanted).splitlines(), str(found).splitlines())
    print("\n".join(difflib.unified_diff(*lines, "wanted", "found", lineterm="")))


def run(bilan, cwd, *words):
    environment = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
    return subprocess.run([bilan, *map(str, words)], cwd=cwd, env=environment, capture_output=True, text=True,
                          encoding="utf-8", check=False)


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode())


def contents(folder):
    return {str(file.relative_to(folder)): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()}


def make_data(folder):
    write(folder / "data/programme.yaml", "name: Essai\n")
    write(folder / "data/shared.yaml", "page: cover\n")
    write(folder / "data/2024/bilan.yaml", LAST)
    write(folder / "data/2024/own.csv", "indicator,period,value\n")
    write(folder / "data/2024/more/pages.yaml", MORE)
    write(folder / "data/2024/more/logo.png", "")


def note_places(done, folder):
    return [line.split(": note: ")[0].removeprefix(folder + "/") for line in done.stderr.splitlines() if ": note: " in line]


def changes(old, new):
    """The lines of `old` that are gone, and those of `new` that were not there, with their numbers."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    told = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind != "equal":
            told += [f"-{line}" for line in before[a:b]]
            told += [f"{number}+{line}" for number, line in enumerate(after[c:d], c + 1)]
    return "".join(told)


def check_next(bilan, folder):
    done = run(bilan, folder, "new", 2025, "--from", "data/2024")
    same("status and result", (0, "data/2025\n"), (done.returncode, done.stdout))
    made = contents(folder / "data/2025")
    same("the files", ["bilan.yaml", "more/pages.yaml"], sorted(made))
    same("bilan.yaml", CHANGES, changes(LAST, made["bilan.yaml"].decode()))
    same("an included file", MORE_CHANGES, changes(MORE, made["more/pages.yaml"].decode()))
    same("notes", NOTES, note_places(done, "data/2025"))
    same("nothing else is left behind", ["2024", "2025", "programme.yaml", "shared.yaml"],
         sorted(os.listdir(folder / "data")))


def check_never_over(bilan, folder):
    before = contents(folder)
    done = run(bilan, folder, "new", 2025, "--from", "data/2024")
    same("a folder that is there: status", 2, done.returncode)
    same("a folder that is there: nothing changes", before, contents(folder))
    (folder / "data/2026").symlink_to("nowhere")
    done = run(bilan, folder, "new", 2026, "--from", "data/2024")
    same("a link that leads nowhere", (2, "nowhere"), (done.returncode, os.readlink(folder / "data/2026")))


def check_places(bilan, folder):
    """However the edition is named, the new one lies beside it and names its files from there."""
    for year, cwd, name in ((2031, "data/2024", "."), (2032, "data/2024", "bilan.yaml"), (2033, "data", "2024/"),
                            (2034, "data/2024/more", ".."), (2035, ".", folder / "data/2024")):
        done = run(bilan, folder / cwd, "new", year, "--from", name)
        text = folder / f"data/{year}/bilan.yaml"
        found = text.read_text(encoding="utf-8") if text.exists() else done.stderr
        same(f"--from {name}", True, done.returncode == 0 and "    - ../2024/own.csv\n" in found)


def check_windows_lines(bilan, folder):
    write(folder / "data/2024/bilan.yaml",
          "edition: 2024\r\npublished: 2025-03-15\r\npages:\r\n- page: words\r\n  title: En 2024\r\n")
    run(bilan, folder, "new", 2041, "--from", "data/2024")
    same("lines that end in CR LF", "edition: 2041\r\n"
         "published: 2042-03-15  # to review: 2025-03-15 in the edition of 2024\r\npages:\r\n# to review: typed here: 2024\n- page: words\r\n  title: En 2024\r\n",
         (folder / "data/2041/bilan.yaml").read_bytes().decode())


def check_bad_input(bilan, folder):
    for name, text in (("no year", "title: Bilan\npages: []\n"), ("no YAML", "edition: 2024\ntitle: a: b\n"),
                       ("no map", "- page: cover\n"), ("empty", "")):
        write(folder / "data/2024/bilan.yaml", text)
        done = run(bilan, folder, "new", 2051, "--from", "data/2024")
        same(f"a file with {name}", (1, False), (done.returncode, (folder / "data/2051").exists()))
    (folder / "data/2024/bilan.yaml").unlink()
    os.mkfifo(folder / "data/2024/bilan.yaml")
    done = run(bilan, folder, "new", 2051, "--from", "data/2024")
    same("a pipe", (1, "error: 'data/2024/bilan.yaml' is not a regular file [not-a-file]"), (done.returncode, done.stderr.splitlines()[0]))


def check_real(bilan, folder):
    """The real edition comes back when the next year's is read in its place."""
    shutil.copytree(SOURCE / "data", folder / "data")
    run(bilan, folder, "new", 2025, "--from", "data/2024")
    old = (folder / "data/2024/bilan.yaml").read_text(encoding="utf-8").splitlines()
    new = (folder / "data/2025/bilan.yaml").read_text(encoding="utf-8").splitlines()
    kept = [line for line in new if not line.lstrip().startswith("# to review")]
    changed = [(a.split(":")[0], b.split(":")[0]) for a, b in zip(old, kept) if a != b]
    same("lines of data/2024 that change", (len(old), [(key, key) for key in ("edition", "published", "closed")]),
         (len(kept), changed))


def main():
    bilan = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        make_data(folder)
        for check in (check_next, check_never_over, check_places, check_windows_lines, check_bad_input):
            check(bilan, folder)
    with tempfile.TemporaryDirectory() as name:
        check_real(bilan, pathlib.Path(name))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
