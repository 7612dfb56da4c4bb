#!/usr/bin/env python3
"""What travels in a PDF is enough to make it again: the attached sources, in a folder of their own, give the same bytes in the same design,
and every attachment says what it is.

usage: rebuild.py BILAN
"""
import json
import pathlib
import subprocess
import sys
import tempfile

import tool

LEDGER = "facts.csv"
TYPES = {".yaml": ("application/yaml", "Source"), ".csv": ("text/csv", "Data"), ".png": ("image/png", "Source"),
         ".jpg": ("image/jpeg", "Source")}
DOCUMENTS = [("2023", "slides-16x9"), ("2023", "a4"), ("2024", "slides-16x9"), ("2024", "a4"), ("gallery", "slides-16x9")]


def attached(pdf):
    """{name: (media type, relationship)}"""
    objects = json.loads(tool.run(["qpdf", "--json", pdf]).stdout)["qpdf"][1]
    values = [entry.get("value", entry.get("stream", {}).get("dict")) for name, entry in objects.items() if name != "trailer"]
    found = {}
    for value in values:
        if isinstance(value, dict) and value.get("/Type") == "/Filespec":
            stream = objects["obj:" + value["/EF"]["/UF"]]["stream"]["dict"]
            found[value["/UF"].removeprefix("u:")] = (stream["/Subtype"].removeprefix("/"), value["/AFRelationship"].removeprefix("/"))
    return found


def unpack(pdf, folder):
    """Writes the attached sources below `folder`; gives their names."""
    found = attached(pdf)
    for name in found:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as file:
            subprocess.run(["qpdf", f"--show-attachment={name}", str(pdf)], stdout=file, check=True)
    return found


def mislabelled(found):
    for name, told in sorted(found.items()):
        wanted = ("text/csv", "Supplement") if name == LEDGER else TYPES[pathlib.PurePath(name).suffix]
        if told != wanted:
            yield f"{name} is told to be {told}, not {wanted}"


def rebuild(bilan, edition, design, folder):
    """What is wrong, line by line."""
    first, second = folder / "first.pdf", folder / "second.pdf"
    tool.run([bilan, "build", tool.SOURCE / "data" / edition, "--layout", design, "-o", first])
    for name in ("layouts", "fonts"):
        (folder / name).symlink_to(tool.SOURCE / name)
    found = unpack(first, folder / "data")
    (folder / "data" / LEDGER).unlink()
    tool.run([bilan, "build", folder / "data" / edition, "--layout", design, "-o", second])
    if first.read_bytes() != second.read_bytes():
        yield "the attached sources give other bytes"
    text = (tool.SOURCE / "data" / edition / "bilan.yaml").read_text(encoding="utf-8")
    if ("screenshot:" in text) != any(kind.startswith("image/") for kind, _ in found.values()):
        yield "its pictures do not travel"
    yield from mislabelled(found)


def main():
    bilan = tool.program(sys.argv[1])
    tool.require("qpdf")
    failed = False
    for edition, design in DOCUMENTS:
        with tempfile.TemporaryDirectory() as folder:
            for fault in rebuild(bilan, edition, design, pathlib.Path(folder)):
                failed = True
                print(f"{edition} in {design}: {fault}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
