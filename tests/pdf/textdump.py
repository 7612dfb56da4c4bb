"""Reads what `bilan build --to text` prints."""
import re

TOKEN = re.compile(r'(?:([A-Za-z]+)=)?(?:"((?:[^"\\]|\\.)*)"|(\S+))')


def unquote(text):
    return re.sub(r"\\(.)", lambda m: "\n" if m[1] == "n" else m[1], text)


class Piece:
    """Text of an element in reading order: one leaf of the structure. Pieces of one element have one serial."""

    def __init__(self, element, serial, text):
        self.element, self.serial, self.text = element, serial, text
        self.page = None


class Run:
    """A glyph run: its page (from 1), leaf (None: artefact), text and the ledger's numbers of the figures in it."""

    def __init__(self, page, leaf, text, figures):
        self.page, self.leaf, self.text, self.figures = page, leaf, text, figures


def sections(dump):
    """The dump's lines by their unindented headings: page, structure, bookmarks, document."""
    name, lines = None, []
    for line in dump.splitlines():
        if line and not line.startswith(" "):
            if name is not None:
                yield name, lines
            name, lines = line, []
        else:
            lines.append(line)
    if name is not None:
        yield name, lines


def structure_lines(dump):
    for name, lines in sections(dump):
        if name == "structure":
            return lines
    return []


def pieces(dump):
    """The structure's leaves in reading order."""
    found, open_elements = [], []
    for serial, line in enumerate(structure_lines(dump)):
        body = line.lstrip(" ")
        depth = (len(line) - len(body)) // 2
        del open_elements[depth - 1:]
        if not body.startswith('"'):
            open_elements.append((body.split(" ", 1)[0], serial))
        for key, quoted, _ in TOKEN.findall(body):
            if quoted and not key:
                found.append(Piece(*open_elements[-1], unquote(quoted)))
    return found


def letters(text):
    """All but plain spaces and line ends, which mark the ends of lines."""
    return re.sub(r"[ \n]+", "", text)


def pieces_by_page(dump):
    """(page labels, for each page its pieces). A piece is found again among the page's runs by its letters; of equal ones, the first."""
    leaves = {}
    for run in runs(dump):
        if run.leaf is not None:
            page, text = leaves.get(run.leaf, (run.page, ""))
            leaves[run.leaf] = (page, text + letters(run.text))
    places = {}
    for leaf in sorted(leaves):
        page, text = leaves[leaf]
        places.setdefault(text, []).append(page)
    labels = re.findall(r'^page \d+ .*label="([^"]*)"', dump, re.MULTILINE)
    pages = [[] for _ in labels]
    for piece in pieces(dump):
        if letters(piece.text):
            pages[places[letters(piece.text)].pop(0) - 1].append(piece)
    return labels, pages


def elements(dump):
    """(depth, element) for each line of the structure that is one."""
    for line in structure_lines(dump):
        body = line.lstrip(" ")
        if body and not body.startswith('"'):
            yield (len(line) - len(body)) // 2, body.split(" ", 1)[0]


def runs(dump):
    """All glyph runs in painting order."""
    found = []
    for name, lines in sections(dump):
        match = re.match(r"page (\d+)", name)
        for line in lines if match else []:
            if not line.startswith("  glyphs "):
                continue
            leaf = re.match(r"  glyphs leaf=(\d+)", line)
            text = re.search(r'"((?:[^"\\]|\\.)*)"', line)
            figures = re.search(r" figures=([\d,]+)", line[text.end():])
            found.append(Run(int(match[1]), int(leaf[1]) if leaf else None, unquote(text[1]),
                             tuple(map(int, figures[1].split(","))) if figures else ()))
    return found
