#!/usr/bin/env python3
"""The tag tree that poppler reads back (pdfinfo -struct-text) has the elements, order and text that `--to text` prints.

usage: poppler_order.py BILAN FILE.pdf
"""
import re
import sys

import textdump
import tool

SPACES = re.compile(r"[ \t\r\n\u00a0\u202f\u00ad]+")


def squeeze(text):
    """Without spaces: poppler prints no-break spaces as plain ones and puts its own at line ends."""
    return SPACES.sub("", text)


def read_tree(output):
    """Lines 'ELEMENT' or 'ELEMENT "text"' from pdfinfo's indented tree; quoted text may hold line ends."""
    elements, texts, open_elements = [], [], []
    for match in re.finditer(r'^( *)(?:"((?:.|\n)*?)"|(/?[A-Za-z0-9]+).*)$(?=\n *(?:"|/|[A-Z])|\n*\Z)', output, re.MULTILINE):
        depth = len(match[1])
        if match[3] is None:
            while open_elements and open_elements[-1][0] >= depth:
                open_elements.pop()
            texts.append((open_elements[-1][1:], match[2]))
        elif not match[3].startswith("/") and match[3] != "Object":
            while open_elements and open_elements[-1][0] >= depth:
                open_elements.pop()
            open_elements.append((depth, match[3], len(elements)))
            elements.append(f"{len(open_elements)} {match[3]}")
    return elements, texts


def join(texts):
    """Text by element, pieces that follow each other in one element put together."""
    lines, last = [], None
    for (element, number), text in texts:
        if number != last:
            lines.append(f"{element} ")
        lines[-1] += squeeze(text)
        last = number
    return [line for line in lines if not line.endswith(" ")]


def main():
    bilan, pdf = tool.program(sys.argv[1]), sys.argv[2]
    tool.require("pdfinfo")
    dump = tool.dump(bilan, tool.SOURCE / "data" / "2024")
    elements, texts = read_tree(tool.run(["pdfinfo", "-struct-text", pdf]).stdout)
    ours = [f"{depth} {element}" for depth, element in textdump.elements(dump)]
    same_tree = tool.same("elements", ours, elements)
    ours = join(((piece.element, piece.serial), piece.text) for piece in textdump.pieces(dump))
    same_text = tool.same("texts", ours, join(texts))
    return 0 if same_tree and same_text and ours else 1


if __name__ == "__main__":
    sys.exit(main())
