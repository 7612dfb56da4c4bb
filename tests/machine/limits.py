#!/usr/bin/env python3
"""The worst content under each limit is refused or built within bounded time and memory; one step beyond it is refused with its message.

All of it with little stack. Memory is measured; time is a limit that the system enforces (RLIMIT_CPU), wide in CI, 2 s with --strict on a machine of its own."""
import argparse
import datetime
import os
import pathlib
import resource
import struct
import sys
import tempfile
import zlib

from small_edition import SOURCE, make_edition

MB = 1024 * 1024
MEMORY_MB = 512
STACK = 256 * 1024
HEAD = "edition: 2024\ntitle: Bilan\npublished: 2025-03-15\nlayout: mini\npages:\n"
COVER = "  - {page: cover, title: T}\n"
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "LANGUAGE": "en"}
YAML_BYTES, TEXT_BYTES, NODES, DEPTH = 5 * MB, 20000, 400000, 64
CSV_BYTES, CELLS, PAGES, SECTIONS = 64 * MB, 4000000, 5000, 100
PICTURE_KIND = """kind: picture
help: A picture.
fields:
  picture: {type: image, required: true, help: "The picture."}
body:
  - {text: "A picture", tag: H2, style: title, at: [24, 32, 352, 28]}
  - {image: picture, alt: "A picture", at: [24, 72, 300, 200]}
"""
NOTES_KIND = """kind: notes
help: Notes.
fields:
  notes: {type: list, item: text, required: true, help: "The notes."}
continue: {over: notes, max: 8}
body:
  - {text: "Notes", tag: H2, style: title, at: [24, 32, 352, 28]}
  - at: [24, 72, 352, 200]
    column:
      - {each: notes, as: note, text: "${note}", style: body}
"""
CASES = {}


def case(expected):
    """`expected`: the rule of the refusal, "" when it is built, None for either."""
    def keep(make):
        CASES[make.__name__.replace("_", " ")] = (make, expected)
        return make
    return keep


def write(folder, pages, head=HEAD):
    (folder / "data/2024/bilan.yaml").write_text(head + pages, encoding="utf-8")


def texts(folder, unit, size=YAML_BYTES - 100000):
    """As many pages as a file holds, each with a text as long as may be."""
    count = (TEXT_BYTES - 2) // len(unit.encode())
    page = f'  - page: words\n    title: T\n    text: "x {unit * count}"\n'
    write(folder, page * (size // len(page.encode())))


for characters in ("mot ", "m", "${services} ", "${servicex} ", "**a** ", "*", "*a **b ", "[", "[a](#b) ", "` `` ", "« ’’ ", "a_b ", "<a ",
                   "&amp;", "é ", "1 ", "- ", "a-b-"):
    def make_texts(folder, unit=characters):
        texts(folder, unit)
    CASES[f"texts of {characters}"] = (make_texts, None)


@case("")
def text_as_long_as_may_be(folder):
    write(folder, COVER + f"# {'x' * 100}\n")
    (folder / "data/abbreviations.yaml").write_text(f"ETPT: {'m' * TEXT_BYTES}\n")


@case("too-long")
def text_too_long(folder):
    write(folder, f"  - {{page: cover, title: {'m' * (TEXT_BYTES + 1)}}}\n")


@case("")
def yaml_as_large_as_may_be(folder):
    size = YAML_BYTES - sum(path.stat().st_size for path in (folder / "data").rglob("*.yaml")) - 1000
    write(folder, COVER + "# " + "x" * size + "\n")


@case("too-large")
def yaml_too_large(folder):
    write(folder, COVER + "# " + "x" * YAML_BYTES + "\n")


@case("too-large")
def yaml_files_too_large_together(folder):
    for name in ("one", "two"):
        (folder / f"data/{name}.yaml").write_text("- {page: cover, title: T}\n# " + "x" * (YAML_BYTES // 2) + "\n")
    write(folder, "  - include: ../one.yaml\n  - include: ../two.yaml\n")


@case("unknown-reference")
def as_many_values_as_may_be(folder):
    write(folder, "  - page: figures\n    title: T\n    rows: [" + "a," * (NODES - 100) + "a]\n")


@case("too-many-nodes")
def too_many_values(folder):
    write(folder, "  - page: figures\n    title: T\n    rows: [" + "a," * NODES + "a]\n")


@case("too-many-nodes")
def aliases(folder):
    rows = "".join(f"y{i}: &b{i} [{','.join(['*b%d' % (i - 1)] * 10)}]\n" for i in range(1, 9))
    write(folder, COVER, "y0: &b0 [1,1,1,1,1,1,1,1,1,1]\n" + rows + HEAD)


@case("too-many-findings")
def unknown_fields(folder):
    write(folder, "  - page: cover\n    title: T\n" + "".join(f"    f{i}: 1\n" for i in range(NODES // 2 - 100)))


@case("wrong-type")
def as_deep_as_may_be(folder):
    write(folder, "  - page: cover\n    title: " + "[" * (DEPTH - 3) + "]" * (DEPTH - 3) + "\n")


@case("too-deep")
def too_deep(folder):
    write(folder, "  - page: cover\n    title: " + "[" * 160000 + "\n")


@case("")
def as_many_pages_as_may_be(folder):
    write(folder, "".join(f"  - {{page: words, id: i{i}, title: T{i}, text: {'mot ' * 80}}}\n" for i in range(PAGES)))


@case("too-many-pages")
def too_many_pages(folder):
    write(folder, COVER * (PAGES + 1))


@case("too-many-pages")
def list_over_too_many_pages(folder):
    write(folder, "  - page: figures\n    title: T\n    rows: [" + "agents," * (8 * PAGES) + "agents]\n")


@case("overflow")
def list_whose_last_entry_fits_nowhere(folder):
    (folder / "layouts/mini/notes.yaml").write_text(NOTES_KIND)
    notes = "".join("      - Une note.\n" for _ in range(3000))
    write(folder, f"  - page: notes\n    notes:\n{notes}      - {'long ' * 3000}\n")


@case("")
def list_over_many_pages(folder):
    write(folder, "  - page: figures\n    title: T\n    rows: [" + "agents," * 20000 + "agents]\n")


@case(None)
def as_many_sections_as_may_be(folder):
    (folder / "layouts/slides-16x9").symlink_to(SOURCE / "layouts/slides-16x9")
    write(folder, "".join(f"  - {{page: statement, {f'section: s{i}, ' if i % 50 == 0 else ''}title: T{i}, text: t}}\n" for i in range(PAGES)),
          HEAD.replace("mini", "slides-16x9"))


@case("too-many-sections")
def too_many_sections(folder):
    write(folder, "".join(f"  - {{page: words, section: s{i}, title: T, text: t}}\n" for i in range(SECTIONS + 1)))


@case("")
def includes_as_deep_as_may_be(folder):
    for i in range(DEPTH - 6):
        (folder / f"data/{i}.yaml").write_text(f"- include: {i + 1}.yaml\n")
    (folder / f"data/{DEPTH - 6}.yaml").write_text("- {page: cover, title: T}\n")
    write(folder, "  - include: ../0.yaml\n")


@case("too-deep")
def includes_too_deep(folder):
    for i in range(DEPTH):
        (folder / f"data/{i}.yaml").write_text(f"- include: {i + 1}.yaml\n")
    (folder / f"data/{DEPTH}.yaml").write_text("- {page: cover, title: T}\n")
    write(folder, "  - include: ../0.yaml\n")


def boxes(folder, depth):
    """A page kind of boxes in boxes; a text in the innermost."""
    body = "".join(f"{' ' * 4 * i}  - column:\n" if i else "  - at: [24, 32, 352, 200]\n    column:\n" for i in range(depth))
    (folder / "layouts/mini/boxes.yaml").write_text("kind: boxes\nhelp: Boxes.\nbody:\n" + body + " " * 4 * depth + '  - {text: "T", tag: H2, style: body}\n')
    write(folder, "  - page: boxes\n")


@case("")
def boxes_as_deep_as_may_be(folder):
    boxes(folder, 30)


@case("too-deep")
def boxes_too_deep(folder):
    boxes(folder, DEPTH)


def add_rows(folder, rows):
    path = folder / "data/indicators.csv"
    path.write_text(path.read_text() + rows)


@case("too-large")
def csv_too_large(folder):
    add_rows(folder, "\n" * CSV_BYTES)


@case("")
def csv_of_empty_lines(folder):
    add_rows(folder, "\n" * (CSV_BYTES - 10000))


@case("")
def csv_of_empty_cells(folder):
    add_rows(folder, (",,,,,,,,,\n") * (CSV_BYTES // 10 - 1000))


@case("csv-row")
def csv_of_ragged_rows(folder):
    add_rows(folder, "a,b\n" * (CSV_BYTES // 4 - 1000))


@case("")
def csv_with_as_many_cells_as_may_be(folder):
    start = datetime.date(1000, 1, 1)
    add_rows(folder, "".join(f"{('', 'atelier')[i // 200000]},agents,{start + datetime.timedelta(i % 200000)},result,1,,,,,\n" for i in range(CELLS // 10 - 100)))


@case("too-large")
def csv_with_too_many_cells(folder):
    add_rows(folder, ",x,2024,result,1,,,,,\n" * (CELLS // 10 + 1))


def png(width, height, colours):
    """An 8-bit PNG whose rows are alike."""
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    row = b"\0" + bytes(i * 7 % 256 for i in range(width * colours))
    packer = zlib.compressobj(1)
    packed = b"".join(packer.compress(row) for _ in range(height)) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 8, {3: 2, 4: 6}[colours], 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def pictures(folder, count, data):
    (folder / "layouts/mini/picture.yaml").write_text(PICTURE_KIND)
    for i in range(count):
        (folder / f"data/2024/{i}.png").write_bytes(data + bytes([i]))
    write(folder, "".join(f"  - {{page: picture, picture: {i}.png}}\n" for i in range(count)))


@case("")
def pictures_as_large_as_may_be(folder):
    pictures(folder, 4, png(5000, 4000, 4))


@case("bad-picture")
def pictures_too_large_together(folder):
    pictures(folder, 5, png(5000, 4000, 3))


@case("bad-picture")
def picture_too_large(folder):
    pictures(folder, 1, png(5000, 4001, 3))


def run(bilan, folder, cpu):
    """(status, CPU seconds, peak MB, messages)"""
    log = folder / "messages"
    process = os.fork()
    if process == 0:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_STACK, (STACK, STACK))
        os.chdir(folder)
        os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT), 2)
        os.execve(bilan, [bilan, "build", "data/2024", "-o", "out/report.pdf"], ENVIRONMENT)
    _, status, usage = os.wait4(process, 0)
    return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, log.read_text(errors="replace")


def judge(status, memory, messages, expected):
    if status not in (0, 1):
        return f"status {status}"
    if memory > MEMORY_MB:
        return f"more than {MEMORY_MB} MB"
    if expected == "" and status != 0:
        return "refused"
    if expected and (status != 1 or f"[{expected}]" not in messages):
        return f"not refused with [{expected}]"
    return ""


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bilan", required=True)
    parser.add_argument("--strict", action="store_true", help="2 s of CPU at most")
    parser.add_argument("names", nargs="*", help="parts of names of cases (all)")
    options = parser.parse_args()
    failed = 0
    for name, (make, expected) in CASES.items():
        if options.names and not any(part in name for part in options.names):
            continue
        with tempfile.TemporaryDirectory() as place:
            folder = pathlib.Path(place)
            make_edition(folder)
            make(folder)
            status, cpu, memory, messages = run(os.path.abspath(options.bilan), folder, 2 if options.strict else 10)
        complaint = judge(status, memory, messages, expected)
        failed += bool(complaint)
        print(f"{'FAILED' if complaint else 'ok':6}  {name:36} status {status:3} {cpu:6.2f} s {memory:5.0f} MB  {complaint}", flush=True)
        if complaint:
            print("        " + messages[:300].replace("\n", "\n        "))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
