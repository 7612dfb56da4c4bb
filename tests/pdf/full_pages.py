#!/usr/bin/env python3
"""The pages of the A4 report are full: none ends more than a quarter empty, unless a section or an annex starts behind it, or a drawing
comes next, with what belongs to it, that is higher than the room left.

usage: full_pages.py BILAN
"""
import re
import sys

import textdump
import tool

TOP, BOTTOM, GAP, EMPTY = 84, 784, 30, 0.25
DRAWING = 60
"""Lower ones are rules and marks."""
TITLE_WIDTH, TITLE_RULE = 67, 3
ITEM = re.compile(r" *(?:glyphs|path|image) (?:artefact|leaf=\d+) -?[\d.]+,(-?[\d.]+) (?:([\d.]+)x([\d.]+)|w=)")
BOOKMARK = re.compile(r'  "(?:[^"\\]|\\.)*" page=(\d+)')


def items(lines):
    """Top, bottom and width of what stands between the page's header and its footer; text counts from its baseline."""
    for line in lines:
        match = ITEM.match(line)
        if match:
            top, width, height = float(match[1]), float(match[2] or 0), float(match[3] or 0)
            if top >= TOP and top + height <= BOTTOM + 1:
                yield top, top + height, width


def drawing_end(page):
    """How far the drawings of the page's first entry reach below its top; entries begin with the rule above their title."""
    reach, rules = 0, 0
    for top, bottom, width in page:
        rules += width == TITLE_WIDTH and bottom - top == TITLE_RULE
        if rules < 2 and bottom - top >= DRAWING:
            reach = max(reach, bottom - TOP)
    return reach


def unexplained(dump):
    """Number and empty share of each page that ends too early."""
    pages, openers = [], set()
    for name, lines in textdump.sections(dump):
        if name.startswith("page "):
            pages.append(list(items(lines)))
        elif name == "bookmarks":
            openers = {int(match[1]) for match in map(BOOKMARK.fullmatch, (line.split(" y=")[0] for line in lines)) if match}
    for number, (page, following) in enumerate(zip(pages, pages[1:]), 1):
        end = max(bottom for _, bottom, _ in page)
        room = BOTTOM - end
        if room > EMPTY * (BOTTOM - TOP) and number + 1 not in openers and drawing_end(following) + GAP < room:
            yield number, room / (BOTTOM - TOP)


def main():
    bilan = tool.program(sys.argv[1])
    failed = False
    for edition in ("2023", "2024", "gallery"):
        dump = tool.run([bilan, "build", tool.SOURCE / "data" / edition, "--layout", "a4", "--to", "text", "-o", "-"]).stdout
        for page, empty in unexplained(dump):
            failed = True
            print(f"data/{edition} in A4: page {page} ends {empty:.0%} empty")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
