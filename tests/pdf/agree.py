#!/usr/bin/env python3
"""A page looks the same whoever paints it: poppler and cairo, from the PDF, as PNG and as SVG.

Two pairs of pictures for each page, at the resolution of `--to png`, 144 dots an inch: `--to png` and the PDF's page by poppler's
own rasteriser (pdftoppm); `--to svg` and the SVG that poppler makes of the PDF's page (pdftocairo), both drawn by librsvg, so
that no rounding to pixels stands between them. Of each pair, the structural similarity (Wang 2004: Gaussian window of 11 with
sigma 1.5, on luma) is at least 0.98, and no tile of 16 x 16 pixels is off by more than 12/255 on average in red, green or blue.

usage: agree.py BILAN [EDITION...]     (default: every edition in data/)
"""
import functools
import multiprocessing
import os
import pathlib
import sys
import tempfile

import tool

try:
    import numpy
    from PIL import Image
except ImportError as missing:
    print(f"SKIPPED: {missing}. What it would show is NOT tested.", file=sys.stderr)
    sys.exit(tool.SKIPPED)

RESOLUTION = 144
LEAST_SIMILARITY = 0.98
TILE, MOST_OFF = 16, 12
WINDOW = numpy.exp(-numpy.arange(-5, 6) ** 2 / (2 * 1.5**2)).astype(numpy.float32)
WINDOW /= WINDOW.sum()


def read(path):
    return numpy.asarray(Image.open(path).convert("RGB"), dtype=numpy.float32)


def luma(picture):
    return picture @ numpy.array([0.299, 0.587, 0.114], dtype=numpy.float32)


def blur(values):
    taps = range(len(WINDOW))
    rows, columns = (size - len(WINDOW) + 1 for size in values.shape)
    values = sum(values[i:i + rows] * WINDOW[i] for i in taps)
    return sum(values[:, i:i + columns] * WINDOW[i] for i in taps)


def similarity(ours, theirs):
    a, b = luma(ours), luma(theirs)
    mean_a, mean_b = blur(a), blur(b)
    spread_a, spread_b = blur(a * a) - mean_a**2, blur(b * b) - mean_b**2
    both = blur(a * b) - mean_a * mean_b
    small, large = (0.01 * 255) ** 2, (0.03 * 255) ** 2
    values = (2 * mean_a * mean_b + small) * (2 * both + large)
    return float((values / ((mean_a**2 + mean_b**2 + small) * (spread_a + spread_b + large))).mean())


def worst_tile(ours, theirs):
    """(how far the worst tile is off, its left, its top)."""
    off = numpy.abs(ours - theirs)
    down, across = (numpy.arange(0, size, TILE) for size in off.shape[:2])
    sums = numpy.add.reduceat(numpy.add.reduceat(off, down, axis=0), across, axis=1)
    heights = numpy.diff(numpy.append(down, off.shape[0]))
    widths = numpy.diff(numpy.append(across, off.shape[1]))
    means = (sums / (heights[:, None] * widths)[..., None]).max(axis=2)
    row, column = numpy.unravel_index(means.argmax(), means.shape)
    return float(means[row, column]), int(column) * TILE, int(row) * TILE


def compare(name, ours, theirs):
    """(what is wrong or None, similarity, how far the worst tile is off)."""
    ours, theirs = read(ours), read(theirs)
    if ours.shape != theirs.shape:
        return f"{name}: {ours.shape} and {theirs.shape} pixels", 0, 255
    alike, (off, left, top) = similarity(ours, theirs), worst_tile(ours, theirs)
    wrong = alike < LEAST_SIMILARITY or off > MOST_OFF
    return f"{name}: similarity {alike:.4f}, tile at {left},{top} off by {off:.1f}" if wrong else None, alike, off


def draw_svg(source, width, target):
    tool.run(["rsvg-convert", "-b", "white", "-w", width, source, "-o", target])


def agree(folder, edition, number):
    """Compares one page's two pairs of pictures; gives what `compare` gives for each."""
    stem = f"page-{number:02d}"
    png, picture = folder / "png" / f"{stem}.png", folder / stem
    page = ["-f", number, "-l", number, folder / "all.pdf"]
    tool.run(["pdftoppm", "-r", RESOLUTION, "-singlefile", *page, picture])
    tool.run(["pdftocairo", "-svg", *page, f"{picture}-poppler.svg"])
    width = Image.open(png).width
    draw_svg(f"{picture}-poppler.svg", width, f"{picture}-poppler.png")
    draw_svg(folder / "svg" / f"{stem}.svg", width, f"{picture}-svg.png")
    return [compare(f"{edition} page {number}, PNG and PDF", png, f"{picture}.ppm"),
            compare(f"{edition} page {number}, SVG and PDF", f"{picture}-svg.png", f"{picture}-poppler.png")]


def paint(bilan, edition, folder):
    """Paints every page in each format; gives the number of pages."""
    tool.run([bilan, "build", edition, "-o", folder / "all.pdf"])
    for form in ("png", "svg"):
        tool.run([bilan, "build", edition, "--to", form, "-o", folder / form])
    return len(list((folder / "png").iterdir()))


def check(bilan, edition):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        count = paint(bilan, edition, folder)
        with multiprocessing.Pool(os.cpu_count()) as pool:
            results = sum(pool.map(functools.partial(agree, folder, edition.name), range(1, count + 1), 1), [])
    for fault, _, _ in results:
        if fault:
            print(fault)
    least, most = min(alike for _, alike, _ in results), max(off for _, _, off in results)
    print(f"{edition.name}: {count} pages, least similarity {least:.4f}, worst tile off by {most:.1f}")
    return count > 0 and not any(fault for fault, _, _ in results)


def main():
    for program in ("pdftoppm", "pdftocairo", "rsvg-convert"):
        tool.require(program)
    editions = [pathlib.Path(name) for name in sys.argv[2:]]
    editions = editions or sorted(path.parent for path in (tool.SOURCE / "data").glob("*/bilan.yaml"))
    return 0 if editions and all([check(tool.program(sys.argv[1]), edition) for edition in editions]) else 1


if __name__ == "__main__":
    sys.exit(main())
