#!/usr/bin/env python3
"""The gallery builds in both designs without a finding, its charts are no pictures, and the words that stand for each chart answer three
questions: what is shown, which values are the highest and the lowest, and how do they go on. The editions' chart pages hold no picture either.

usage: gallery.py BILAN
"""
import csv
import re
import sys
import tempfile
from pathlib import Path

import textdump
import tool

GALLERY = tool.SOURCE / "data" / "gallery"
FIGURE = re.compile(r'^ *Figure .*?alt="((?:[^"\\]|\\.)*)"')
NAMES = {
    "columns": "Diagramme en colonnes", "grouped-columns": "Colonnes groupées", "stacked-columns": "Colonnes empilées",
    "columns-100": "Colonnes empilées à 100", "bars": "Diagramme en barres", "grouped-bars": "Barres groupées",
    "stacked-bars": "Barres empilées", "bars-100": "Barres empilées à 100", "lines": "Courbe", "stacked-area": "Aires empilées",
    "area-100": "Aires empilées à 100", "donut": "Diagramme en anneau", "targets": "Résultats et objectifs", "sparkline": "Courbe",
    "strip": "Points par catégorie", "box": "Boîtes à moustaches", "matrix": "Matrice", "timeline": "Frise chronologique",
    "steps": "Suite d’étapes", "map": "Carte en nuances", "map-circles": "Carte à cercles proportionnels",
}
DRAWN = ("Diagramme en barres : ", "Aires empilées : ", "Diagramme en colonnes : ")   # what both editions print as charts
TREND = re.compile("hausse|baisse|stable|croissant|décroissant|sans ordre|de retour|premiers .* du total")


def alternatives(dump):
    return [textdump.unquote(m[1]).replace("\u00a0", " ").replace("\u202f", " ")
            for m in map(FIGURE.match, textdump.structure_lines(dump)) if m]


def number(text):
    """A number as French prints it: no point, digits in threes."""
    whole, _, part = str(text).partition(".")
    sign = "−" if whole.startswith("-") else ""
    return sign + f"{int(whole.lstrip('-')):,}".replace(",", " ") + ("," + part if part else "")


def placed(page):
    """The items of a map by the names that its file gives their codes."""
    import yaml
    chart = page["chart"]
    geometry = yaml.load((GALLERY / chart["map"]).read_text(encoding="utf-8"), yaml.BaseLoader)
    which, commas = ("groups", 3) if chart.get("groups") == "true" else ("areas", 5)
    lines = [line.split(",", commas) for line in geometry[which].splitlines()]
    names = {cells[0].strip(): cells[-1].strip() for cells in lines}
    rows = page.get("items", [])
    if "data" in chart:
        with open(GALLERY / chart["data"], encoding="utf-8", newline="") as file:
            rows = [{"code": row[chart["x"]], "value": row[chart["series"][0]]} for row in csv.DictReader(file)]
    return [{"label": names[row["code"]], "value": row["value"]} for row in rows]


def asked(page):
    """What the words must say: of one series its ends, of several each name, of phases and steps all of them."""
    chart, items, series = page["chart"], page.get("items", []), page.get("series", [])
    kind, words = chart["kind"], [NAMES[chart["kind"]], chart["title"]]
    items = placed(page) if kind.startswith("map") else items
    words += [one["label"] for one in series[:8]]
    if kind in ("steps", "timeline", "targets"):
        return words + [item["label"] for item in items]
    values = [(float(item["value"]), item) for item in items if item.get("value", "ND") != "ND"]
    if values and max(values, key=first)[0] != min(values, key=first)[0]:
        for value, item in (max(values, key=first), min(values, key=first)):
            words += [item.get("label") or item["day"], number(item["value"]).removesuffix(",0")]
    if kind in ("strip", "box"):
        words += ["médiane", "Médiane la plus haute", "Médiane la plus basse"]
    elif len(values) != 1:
        words += ["Maximum", "Minimum"] if len(set(v for v, _ in values)) != 1 else ["égales"]
    return words


def first(pair):
    return pair[0]


def questions(pages, told):
    good = True
    for page, text in zip(pages, told):
        missing = [word for word in asked(page) if word.replace("\u00a0", " ") not in text]
        trendless = page["chart"]["kind"] in ("donut", "targets", "strip", "box", "timeline", "steps") or "Une valeur" in text
        if missing or not (trendless or TREND.search(text)):
            print(f"{page['title']}: the words do not say {missing or 'the trend'}: {text}")
            good = False
    return good


def pictures(pdf):
    """[(page, line of pdfimages)]"""
    lines = tool.run(["pdfimages", "-list", pdf]).stdout.splitlines()[2:]
    return [(int(line.split()[0]), line) for line in lines]


def chart_pages(dump):
    """Pages on which a chart's table stands unseen."""
    names = (name for name, lines in textdump.sections(dump) if any(line.endswith(" unseen") for line in lines))
    return {int(name.split()[1]) for name in names}


def editions_draw(bilan, folder):
    """Every chart page of the printed editions is drawn, and holds no image."""
    good = True
    for edition in ("2023", "2024"):
        dump, pdf = tool.dump(bilan, tool.SOURCE / "data" / edition), Path(folder) / f"{edition}.pdf"
        told, pages = alternatives(dump), chart_pages(dump)
        tool.run([bilan, "build", tool.SOURCE / "data" / edition, "-o", pdf])
        missing = [kind for kind in DRAWN if not any(text.startswith(kind) for text in told)]
        images = [line for page, line in pictures(pdf) if page in pages]
        if missing or images or len(pages) < len(DRAWN):
            print(f"{edition}: charts on pages {sorted(pages)}, none that is called {missing}; pictures among them:", *images, sep="\n")
            good = False
    return good


def main():
    try:
        import yaml
    except ImportError:
        print("SKIPPED: no PyYAML. What the gallery's charts say is NOT tested.", file=sys.stderr)
        sys.exit(tool.SKIPPED)
    bilan = tool.program(sys.argv[1])
    tool.require("pdfimages")
    edition = yaml.load((GALLERY / "bilan.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    pages = [page for page in edition["pages"] if page["page"] == "chart-page"]
    shown = [page["alt"] for page in edition["pages"] if "screenshot" in page]
    absent = set(NAMES) - {page["chart"]["kind"] for page in pages}
    good = not absent
    if absent:
        print("the gallery lacks", ", ".join(sorted(absent)))
    told = alternatives(tool.dump(bilan, GALLERY))
    if not shown or any(told.count(words) != 1 for words in shown):
        sys.exit("the pictures of the gallery are not told once each")
    told = [words for words in told if words not in shown]
    if len(told) != len(pages):
        sys.exit(f"{len(pages)} charts, but {len(told)} figures")
    good &= questions(pages, told)
    with tempfile.TemporaryDirectory() as folder:
        for design in ("slides-16x9", "a4"):
            pdf = Path(folder) / f"{design}.pdf"
            tool.run([bilan, "build", GALLERY, "--layout", design, "-o", pdf])
            images = [line for _, line in pictures(pdf) if line.split()[2] == "image"]
            if len(images) != len(shown):
                print(f"{design}: {len(shown)} pictures named, but there are", *images, sep="\n")
                good = False
        good &= editions_draw(bilan, folder)
    print(f"{len(pages)} charts asked")
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
