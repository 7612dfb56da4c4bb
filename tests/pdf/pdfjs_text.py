#!/usr/bin/env python3
"""pdf.js reads the same text in the same order as `--to text` prints, letter for letter (no-break spaces and ligatures too) and word for word.

usage: pdfjs_text.py BILAN FILE.pdf
"""
import json
import pathlib
import re
import sys
import tempfile

import textdump
import tool


def words(text):
    return " ".join(re.sub(r"[\s\u00ad]+", " ", text).split())


def lines(pieces, form):
    """One line an element, 'P text': (element, serial, text) of neighbours in one element put together."""
    found, last = [], None
    for element, serial, text in pieces:
        if not textdump.letters(text):
            continue
        if serial != last:
            found.append((element, ""))
        found[-1] = (element, form(found[-1][1] + " " + text))
        last = serial
    return [f"{element} {text}" for element, text in found]


def compare(name, ours, theirs, form, key):
    """Page by page: a continued table is one element over several pages, and pdf.js reads page by page."""
    mine, read = [], []
    for number, (our_page, their_page) in enumerate(zip(ours, theirs), 1):
        mine += [f"{number} {line}" for line in lines([(p.element, p.serial, p.text) for p in our_page], form)]
        read += [f"{number} {line}" for line in lines([(p["element"], p["serial"], p[key]) for p in their_page], form)]
    return tool.same(name, mine, read) and bool(mine)


def read_pdf(pdf):
    tool.require("node")
    done = tool.run([tool.SOURCE / "tests" / "pdfjs" / "install"], check=False)
    if done.returncode:
        print(done.stderr, file=sys.stderr)
        sys.exit(done.returncode)
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder) / "read.json"
        tool.run(["node", tool.SOURCE / "tests" / "pdfjs" / "read.mjs", done.stdout.strip(), pdf, out])
        return json.loads(out.read_text(encoding="utf-8"))


def check_special(ours, theirs, ligatures):
    """The edition has no-break spaces and ligatures (one glyph, several letters), and all of them came back."""
    mine = "".join(piece.text for page in ours for piece in page)
    read = "".join(piece["letters"] for page in theirs for piece in page)
    good = True
    for name, sample in (("U+00A0", "\u00a0"), ("U+202F", "\u202f"), ("fi", "fi")):
        print(f"{name}: {read.count(sample)} of {mine.count(sample)}")
        good = good and 0 < mine.count(sample) == read.count(sample)
    print(f"ligatures: {sorted(set(ligatures))}")
    return good and bool(ligatures)


def main():
    bilan, pdf = tool.program(sys.argv[1]), sys.argv[2]
    read = read_pdf(pdf)
    labels, ours = textdump.pieces_by_page(tool.dump(bilan, tool.SOURCE / "data" / "2024"))
    theirs = [page["pieces"] for page in read["pages"]]
    good = [
        tool.same("page labels", labels, [page["label"] for page in read["pages"]]),
        compare("letters", ours, theirs, textdump.letters, "letters"),
        compare("words", ours, theirs, words, "words"),
        check_special(ours, theirs, read["ligatures"]),
    ]
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
