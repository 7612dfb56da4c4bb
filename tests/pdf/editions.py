#!/usr/bin/env python3
"""Both published editions are whole: they build without a finding, have every published page in order, by anchor and title, and print
every published figure on its page, as the ledger (`bilan facts`) says.

usage: editions.py BILAN     the list is editions.txt
"""
import csv
import io
import pathlib
import re
import sys
import tempfile
from typing import NamedTuple

import textdump
import tool

LIST = pathlib.Path(__file__).with_suffix(".txt")
PUBLISHED_PAGES = {"2023": 37, "2024": 38}
BOOKMARK = re.compile(r'^ *"((?:[^"\\]|\\.)*)" page=(\d+)')
NUMBER = re.compile(r"\d+(?:[\u00a0\u202f]\d{3})*(?:,\d+)?")


class Page(NamedTuple):
    anchor: str
    title: str
    published: list
    figures: list


def read_list():
    """The pages of each edition."""
    editions, pages = {}, []
    for line in LIST.read_text(encoding="utf-8").splitlines():
        if line.startswith("edition "):
            pages = editions.setdefault(line.split()[1], [])
        elif line and not line.startswith("#"):
            anchor, title, published, figures = (cell.strip() for cell in line.split("|"))
            pages.append(Page(anchor, title, [int(number) for number in published.split()], figures.split()))
    return editions


def bookmarks(dump):
    """Titles of pages and where they stand. A section's name that its first page's title follows is no page."""
    for name, lines in textdump.sections(dump):
        if name == "bookmarks":
            found = [(textdump.unquote(match[1]), int(match[2])) for match in map(BOOKMARK.match, lines) if match]
            following = found[1:] + [("", 0)]
            return [mark for mark, after in zip(found, following) if mark[1] != after[1]]
    return []


def anchors(edition):
    """The pages' own names, in order."""
    return re.findall(r"^    id: (\S+)$", (edition / "bilan.yaml").read_text(encoding="utf-8"), re.MULTILINE)


def ledger(bilan, edition):
    """The figures printed on each page: their values, and the numbers in their texts."""
    pages = {}
    for row in csv.DictReader(io.StringIO(tool.run([bilan, "facts", edition]).stdout)):
        words = [re.sub("[\u00a0\u202f]", "", number).replace(",", ".") for number in NUMBER.findall(row["text"])]
        values = pages.setdefault(int(row["page"]), set())
        for word in [row["value"].lstrip("-"), *words]:
            try:
                values.add(float(word))
            except ValueError:
                pass  # N/A, ND, a number in words
    return pages


def parts(figure):
    """The values that a figure of the list stands for: a/b/c are heights of a stack, whose layers are printed and the whole."""
    heights = [float(part) for part in figure.split("/")]
    if len(heights) == 1:
        return heights
    return [heights[0], *(top - below for below, top in zip(heights, heights[1:])), heights[-1]]


def missing_figures(pages, places, printed):
    last = max(printed)
    for place, page in enumerate(pages):
        end = places[place + 1] if place + 1 < len(places) else last + 1
        values = set().union(*(printed.get(number, set()) for number in range(places[place], end)))
        for figure in page.figures:
            if not values.issuperset(parts(figure)):
                yield f"{page.anchor}, page {places[place]}: no {figure}"


def build(bilan, edition):
    """Status and messages of a build into a file that is thrown away."""
    with tempfile.TemporaryDirectory() as folder:
        done = tool.run([bilan, "build", edition, "-o", pathlib.Path(folder) / "bilan.pdf"], check=False)
    return done.returncode, done.stdout + done.stderr


def check(bilan, year, pages):
    edition = tool.SOURCE / "data" / year
    status, messages = build(bilan, edition)
    if status or messages:
        print(f"{year}: status {status}, expected 0 and no finding\n{messages}")
        return False
    found = bookmarks(tool.dump(bilan, edition))
    good = tool.same(f"{year}, anchors", [page.anchor for page in pages], anchors(edition), "published", "found")
    good &= tool.same(f"{year}, titles", [page.title for page in pages], [title.replace("\u00a0", " ") for title, _ in found],
                      "published", "found")
    if not good:
        return False
    missing = list(missing_figures(pages, [place for _, place in found], ledger(bilan, edition)))
    print("\n".join([f"{year}: {sum(len(page.figures) for page in pages)} figures, {len(missing)} missing", *missing]))
    return not missing


def main():
    bilan, editions = tool.program(sys.argv[1]), read_list()
    for year, count in PUBLISHED_PAGES.items():
        listed = [number for page in editions[year] for number in page.published]
        if listed != list(range(1, count + 1)):
            print(f"{LIST.name}: {year} does not list pages 1 to {count} in order")
            return 1
    return 0 if all([check(bilan, year, pages) for year, pages in editions.items()]) else 1


if __name__ == "__main__":
    sys.exit(main())
