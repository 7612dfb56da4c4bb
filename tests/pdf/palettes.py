#!/usr/bin/env python3
"""The colours of charts in every design: marks stand out from the page or are outlined, neighbours stay apart in grey and for the three
common deficiencies of colour vision (Machado, Oliveira, Fernandes 2009, severity 1), sequences go from light to dark.

usage: palettes.py
"""
import itertools
import sys

import tool

# Rows of the simulation, linear RGB.
SIGHTS = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
MARK, TEXT = 3, 4.5
DISTANCE = 20     # CIE76, between any two of a palette
LIGHTNESS = 8     # L*, likewise


def linear(color):
    channels = (int(color[i:i + 2], 16) / 255 for i in (1, 3, 5))
    return [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]


def luminance(rgb):
    return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2]


def contrast(a, b):
    high, low = sorted((luminance(linear(a)), luminance(linear(b))), reverse=True)
    return (high + 0.05) / (low + 0.05)


def seen(color, sight):
    rgb = linear(color)
    return [min(1, max(0, sum(m * c for m, c in zip(row, rgb)))) for row in SIGHTS[sight]]


def lab(rgb):
    x = (0.4124 * rgb[0] + 0.3576 * rgb[1] + 0.1805 * rgb[2]) / 0.95047
    z = (0.0193 * rgb[0] + 0.1192 * rgb[1] + 0.9505 * rgb[2]) / 1.08883
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, luminance(rgb), z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def distance(a, b, sight):
    return sum((p - q) ** 2 for p, q in zip(lab(seen(a, sight)), lab(seen(b, sight)))) ** 0.5


def judge(design, theme):
    colors, chart, faults = theme["colors"], theme["chart"], []
    named = {role: colors[name] for role, name in chart.items() if isinstance(name, str)}
    page, outline = colors[theme["page"]["fill"]], named["outline"]
    palette = [colors[name] for name in chart["palette"]]
    for color in palette + [named[role] for role in ("highlight", "plain", "previous")]:
        if max(contrast(color, page), contrast(outline, color)) < MARK or (
                contrast(color, page) < MARK and contrast(outline, page) < MARK):
            faults.append(f"{color} stands out from the page by less than {MARK}")
        if max(contrast(color, page), contrast(color, named["ink"])) < TEXT:
            faults.append(f"no text can be read on {color}")
    for role in ("ink", "quiet", "strong", "alert"):
        if contrast(named[role], page) < TEXT:
            faults.append(f"text in {role} has less than {TEXT}")
    for (a, b), sight in itertools.product(itertools.combinations(palette, 2), SIGHTS):
        if distance(a, b, sight) < DISTANCE:
            faults.append(f"{a} and {b} are {distance(a, b, sight):.0f} apart in {sight}")
    for a, b in itertools.combinations(palette, 2):
        if abs(lab(linear(a))[0] - lab(linear(b))[0]) < LIGHTNESS:
            faults.append(f"{a} and {b} are alike in grey")
    sequence = [lab(linear(colors[name]))[0] for name in chart["sequence"]]
    if any(a - b < LIGHTNESS for a, b in itertools.pairwise(sequence)):
        faults.append("the sequence does not go from light to dark")
    for fault in faults:
        print(f"{design}: {fault}")
    return not faults


def whole(yaml, folder):
    """A theme on top of the one that it is like."""
    theme = yaml.load((folder / "theme.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    if "like" not in theme:
        return theme
    base = whole(yaml, folder.parent / theme["like"])
    return {key: {**base.get(key, {}), **theme[key]} if isinstance(theme.get(key), dict) else theme.get(key, base.get(key))
            for key in {*base, *theme}}


def main():
    try:
        import yaml
    except ImportError:
        print("SKIPPED: no PyYAML. The designs' colours are NOT tested.", file=sys.stderr)
        sys.exit(tool.SKIPPED)
    folders = sorted(file.parent for file in (tool.SOURCE / "layouts").glob("*/theme.yaml"))
    results = [judge(folder.name, whole(yaml, folder)) for folder in folders]
    print(f"{len(results)} designs judged")
    sys.exit(0 if results and all(results) else 1)


if __name__ == "__main__":
    main()
