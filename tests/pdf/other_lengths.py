#!/usr/bin/env python3
"""Content of other lengths looks right too: in both designs, every edition with each text 40 % longer, with each text half as
long, and with each list at 1 to 9 entries (as far as its page kind allows), is set whole.

Nothing is refused for want of room; no text lies over text, none passes its page and none is cut by a clip, read from `--to text`.

usage: other_lengths.py BILAN [--keep FOLDER] [EDITION...]     (default: every edition in data/)
"""
import argparse
import itertools
import pathlib
import re
import shutil
import sys
import tempfile

import tool

try:
    import yaml
except ImportError as missing:
    print(f"SKIPPED: {missing}. What it would show is NOT tested.", file=sys.stderr)
    sys.exit(tool.SKIPPED)

LAYOUTS = ("a4", "slides-16x9")
LONGER, SHORTER = 1.4, 0.5
CAP_HEIGHT, TOLERANCE = 0.66, 1
# What must stay as it is: references, links and literals; and words, of which a text may have more or fewer.
ATOM = re.compile(r"\$\{[^}]*\}|\[[^\]]*\]\([^)]*\)|\[[^\]]*\]\{[^}]*\}|(?P<word>[^\W\d_][\w’'-]*)|\s+|.", re.DOTALL)
TEXTS_OF_DATA = {"mission", "label", "short", "hint", "text", "owner", "incubator"}


def words(text):
    return [match[0] for match in ATOM.finditer(text) if match["word"]]


def longer(text):
    """The text with its own words again at its end, before the full stop."""
    own = words(text)
    wanted = round(len(text.rstrip()) * (LONGER - 1))
    if not own or wanted < 2:
        return text
    more = ""
    for word in itertools.cycle(own):
        if len(more) + 1 >= wanted:
            break
        more += " " + word.lower()
    body, stop = re.fullmatch(r"(.*?)([.:!?\s]*)", text, re.DOTALL).groups()
    return body + more[:max(wanted, 2)].rstrip(" ’'-") + stop


def shorter(text):
    """The text without words at its end; references stay."""
    pieces = [(match[0], bool(match["word"])) for match in ATOM.finditer(text)]
    wanted = len(text) * SHORTER
    while sum(len(piece) for piece, _ in pieces) > wanted:
        last = max((i for i, (_, is_word) in enumerate(pieces) if is_word), default=0)
        if last == 0:
            break
        del pieces[last]
    short = re.sub(r"\*\*\s*\*\*|(?<!\*)\*\s*\*(?!\*)", "", "".join(piece for piece, _ in pieces))
    return re.sub(r"\s+([.,:;!?»)])", r"\1", re.sub(r"[ \n]+", " ", short)).strip() or text


class Kinds:
    """What the page kinds' files say of their fields."""

    def __init__(self, folder):
        files = (yaml.safe_load(path.read_text("utf-8")) for path in folder.glob("*.yaml"))
        self.fields = {kind["kind"]: kind.get("fields", {}) for kind in files if "kind" in kind}

    def change(self, page, change):
        """A copy of the page in which `change(field, value)` was applied to all fields, inner ones first."""
        common = {"title": "text", "section": "text", "summary": "text"}
        return self.record({**common, **self.fields[page["page"]]}, page, change)

    def is_chart(self, page):
        """Whether its lists go together, as a chart's points and series do."""
        lists = (field.get("of") for field in self.fields[page["page"]].values() if isinstance(field, dict))
        return any(isinstance(of, dict) and "figures" in of for of in lists)

    def record(self, fields, value, change):
        return {key: self.field(fields.get(key, "other"), entry, change) for key, entry in value.items()}

    def field(self, field, value, change):
        field = {"type": field} if isinstance(field, str) else field
        if isinstance(value, dict) and isinstance(field.get("of"), dict):
            value = self.record(field["of"], value, change)
        elif isinstance(value, list):
            of = field.get("of", field.get("item", "other"))
            item = {"type": "record", "of": of} if isinstance(of, dict) and "type" not in of else of
            value = [self.field(item, entry, change) for entry in value]
        return change(field, value)


def on_texts(change):
    return lambda field, value: change(value) if field["type"] == "text" and isinstance(value, str) else value


def with_entries(count):
    def change(field, value):
        if field["type"] != "list" or not isinstance(value, list) or not value or not isinstance(field.get("of"), dict):
            return value
        size = max(field.get("min", 1), min(count, field.get("max", count)))
        return list(itertools.islice(itertools.cycle(value), size))
    return change


def change_data(value, change, key=None):
    if isinstance(value, dict):
        return {name: change_data(entry, change, name) for name, entry in value.items()}
    if isinstance(value, list):
        return [change_data(entry, change, key) for entry in value]
    return change(value) if key in TEXTS_OF_DATA else value


def rewrite(path, change):
    value = change(yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader))
    path.write_text(yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=1000), "utf-8")


def write_variant(source, edition, folder, change_field, change_text):
    """A copy of the data and designs with one edition changed; gives that edition's folder."""
    shutil.copytree(source / "data", folder / "data")
    for name in ("layouts", "fonts"):
        (folder / name).symlink_to((source / name).resolve())
    changed = folder / "data" / edition
    content = yaml.load((changed / "bilan.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    kinds = Kinds(folder / "layouts" / content["layout"])
    content["pages"] = [kinds.change(page, change_field) if change_text or not kinds.is_chart(page) else page
                        for page in content["pages"]]
    rewrite(changed / "bilan.yaml", lambda _: content)
    if change_text:
        for path in (folder / "data").glob("*.yaml"):
            rewrite(path, lambda value: change_data(value, change_text))
    return changed


def boxes(lines):
    """(leaf or None, text, left, top, right, bottom, clip) of each piece of text that shows."""
    for line in lines:
        match = re.match(r'  glyphs (?:leaf=(\d+)|artefact) ([-\d.]+),([-\d.]+) w=([-\d.]+) \S+ ([\d.]+)', line)
        text = re.search(r'"((?:[^"\\]|\\.)*)"', line)
        if not match or not text[1].strip() or " unseen" in line[text.end():]:
            continue
        x, y, width, size = (float(number) for number in match.groups()[1:])
        high = CAP_HEIGHT * size
        turned = " turned" in line[text.end():]
        corners = (x - high, y - width, x, y) if turned else (x, y - high, x + width, y)
        clip = re.search(r" clip ([-\d.]+),([-\d.]+) ([\d.]+)x([\d.]+)", line[text.end():])
        yield match[1], text[1], *corners, tuple(map(float, clip.groups())) if clip else None


def faults(dump):
    """What is wrong on the pages, each as one line."""
    for heading, lines in pages(dump):
        number, width, height = heading
        found = sorted(boxes(lines), key=lambda box: box[3])
        for i, (leaf, text, left, top, right, bottom, clip) in enumerate(found):
            if left < 0 or top < 0 or right > width or bottom > height:
                yield f"page {number}: '{text}' passes the page"
            if clip and (left < clip[0] - TOLERANCE or right > clip[0] + clip[2] + TOLERANCE
                         or top < clip[1] - TOLERANCE or bottom > clip[1] + clip[3] + TOLERANCE):
                yield f"page {number}: '{text}' is clipped"
            for other in itertools.takewhile(lambda box, below=bottom: box[3] < below - TOLERANCE, found[i + 1:]):
                across = min(right, other[4]) - max(left, other[2])
                down = min(bottom, other[5]) - max(top, other[3])
                if across > TOLERANCE and down > TOLERANCE and (leaf is None or leaf != other[0]):
                    yield f"page {number}: '{text}' and '{other[1]}' lie over each other"


def pages(dump):
    heading, lines = None, []
    for line in dump.splitlines() + ["end"]:
        if line.startswith(" "):
            lines.append(line)
            continue
        if heading:
            yield heading, lines
        match = re.match(r"page (\d+) ([\d.]+)x([\d.]+)", line)
        heading, lines = (int(match[1]), float(match[2]), float(match[3])) if match else None, []


def judge(bilan, edition, layout, name):
    """Builds one variant; true when it is right."""
    done = tool.run([bilan, "build", edition, "--layout", layout, "--to", "text", "-o", "-"], check=False)
    wrong = list(faults(done.stdout))
    if done.returncode != 0:
        wrong = done.stderr.splitlines() or [f"status {done.returncode}"]
    print(f"{edition.name}, {layout}, {name}: {'WRONG' if wrong else 'right'}")
    for line in wrong:
        print("  " + line)
    return not wrong


def variants():
    """(name, change of a field, change of a text of the data)"""
    yield "longer", on_texts(longer), longer
    yield "shorter", on_texts(shorter), shorter
    for count in range(1, 10):
        yield f"lists of {count}", with_entries(count), None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("bilan", type=tool.program)
    parser.add_argument("--keep", type=pathlib.Path, help="write the changed editions here, and leave them")
    parser.add_argument("editions", nargs="*", type=pathlib.Path)
    arguments = parser.parse_args()
    editions = arguments.editions or sorted(path.parent for path in (tool.SOURCE / "data").glob("*/bilan.yaml"))
    good = bool(editions)
    with tempfile.TemporaryDirectory() as temporary:
        root = arguments.keep or pathlib.Path(temporary)
        for edition in (edition.resolve() for edition in editions):
            for name, field, text in variants():
                folder = root / f"{edition.name}-{name.replace(' ', '-')}"
                changed = write_variant(edition.parent.parent, edition.name, folder, field, text)
                for layout in LAYOUTS:
                    good &= judge(arguments.bilan, changed, layout, name)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
