#!/usr/bin/env python3
"""What README.md shows is so: the options of each command, a finding, a small edition without one, and the forms of figures.

usage: readme.py BILAN
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
README = (SOURCE / "README.md").read_text(encoding="utf-8")
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
ENGLISH = {**os.environ, "LANGUAGE": "en", "LC_ALL": "C.UTF-8"}


def block_with(start):
    """The indented block of README whose first line begins so, without its indent."""
    blocks = re.findall(r"(?m)(?:^(?: {4}.*)?\n)*?(?:^ {4}.*\n(?:\n(?= {4}))?)+", README)
    found = [block for block in (re.sub(r"(?m)^ {4}", "", block).strip("\n") for block in blocks) if block.startswith(start)]
    if len(found) != 1:
        sys.exit(f"README.md has {len(found)} blocks that start with {start!r}")
    return found[0] + "\n"


def options_shown(command):
    lines = re.sub(r"\n +", " ", block_with("bilan build")).splitlines()
    return {name for line in lines if line.startswith(f"bilan {command} ") for name in OPTION.findall(line)}


def options_of(bilan, command):
    done = subprocess.run([bilan, command, "--help"], env=ENGLISH, capture_output=True, text=True, check=True)
    return set(OPTION.findall(done.stdout.splitlines()[0]))


def forms_shown():
    table = README[README.index("| written | printed |"):README.index("## Figures")]
    return set(re.findall(r":([A-Za-z]+)\}?`", table))


def check(bilan, folder):
    done = subprocess.run([bilan, "check", "data/2024"], cwd=folder, env=ENGLISH, capture_output=True, text=True, check=False)
    return done.stderr


def main():
    bilan = str(pathlib.Path(sys.argv[1]).resolve())
    different = {}
    for command in ("build", "check", "facts", "new"):
        if options_shown(command) != options_of(bilan, command):
            different[command] = (options_shown(command), options_of(bilan, command))
    with tempfile.TemporaryDirectory() as temp:
        folder = pathlib.Path(temp)
        for name in ("data", "layouts", "fonts"):
            shutil.copytree(SOURCE / name, folder / name)
        edition = folder / "data" / "2024" / "bilan.yaml"
        finding = block_with("data/2024/bilan.yaml:")
        text = edition.read_text(encoding="utf-8")
        edition.write_text(text.replace("- produits_fast\n", "- produits_fst\n", 1), encoding="utf-8")
        if not check(bilan, folder).startswith(finding):
            different["the finding"] = (finding, check(bilan, folder))
        edition.write_text(block_with("edition: 2024"), encoding="utf-8")
        if check(bilan, folder):
            different["the small edition"] = ("", check(bilan, folder))
        edition.write_text(block_with("edition: 2024").replace(":change}", ":letters}"), encoding="utf-8")
        forms = set(re.search(r"forms: (.*)", check(bilan, folder))[1].split(", "))
        if forms != forms_shown():
            different["the forms"] = (forms_shown(), forms)
    for name, (ours, theirs) in different.items():
        print(f"{name}:\nREADME.md: {ours}\nbilan:     {theirs}")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
