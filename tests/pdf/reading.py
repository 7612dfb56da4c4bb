#!/usr/bin/env python3
"""What stands in reading.txt is read from the finished PDF in that order: word for word by pdf.js, letter for letter by poppler.

usage: reading.py FILE.pdf
"""
import pathlib
import re
import sys

import pdfjs_text
import tool


def read_blocks():
    text = (pathlib.Path(__file__).parent / "reading.txt").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return [block.strip() for block in re.split(r"\n\n+", "\n".join(lines)) if block.strip()]


def words_of_page(page):
    """The words of a page in structure order; pieces of different elements are never one word."""
    return " ".join(piece["words"] for piece in page["pieces"])


def main():
    pdf = sys.argv[1]
    tool.require("pdfinfo")
    pdfjs = " " + pdfjs_text.words(" ".join(map(words_of_page, pdfjs_text.read_pdf(pdf)["pages"]))) + " "
    quoted = re.findall(r'^ *"((?:.|\n)*?)"$', tool.run(["pdfinfo", "-struct-text", pdf]).stdout, re.MULTILINE)
    poppler = re.sub(r"\s+", "", "".join(quoted))
    blocks, wrong = read_blocks(), 0
    for block in blocks:
        for reader, found in (("pdf.js", f" {pdfjs_text.words(block)} " in pdfjs),
                              ("poppler", re.sub(r"\s+", "", block) in poppler)):
            if not found:
                wrong += 1
                print(f"{reader} does not read this:\n{block}\n")
    print(f"{len(blocks)} blocks, {wrong} misread")
    return 1 if wrong or not blocks else 0


if __name__ == "__main__":
    sys.exit(main())
