#!/usr/bin/env python3
"""Changing an observation changes every place that prints it, derived figures included, and nothing else.

Each row of the CSV files is changed in turn in a copy of the data. What then differs in the text output must be the very places in which
the ledger (`bilan facts`) says that a figure differs; and figures computed from two observations are computed again here.

usage: change_each_observation.py BILAN
"""
import collections
import concurrent.futures
import csv
import decimal
import io
import os
import pathlib
import re
import shutil
import sys
import tempfile

import textdump
import tool

OTHER_SHAPE = "the figures or the structure are others"
Row = collections.namedtuple("Row", "file line value_column cells")
Output = collections.namedtuple("Output", "status facts leaves messages")


def read_rows(data):
    """Every observation that has a number, by the line it starts on."""
    rows = []
    for path in sorted(data.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            header, line = next(reader), 2
            for cells in reader:
                named = dict(zip(header, cells))
                if re.fullmatch(r"-?\d+(\.\d+)?", named["value"]):
                    rows.append(Row(path.name, line, header.index("value"), named))
                line = reader.line_num + 1
    return rows


def write_changed(source, target, changes):
    """Copies the CSV files with other values in some rows. changes: {(file, line): value}."""
    for path in sorted(source.glob("*.csv")):
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        with path.open(encoding="utf-8", newline="") as file:
            reader, line = csv.reader(file), 1
            for cells in reader:
                if line == 1:
                    column = cells.index("value")
                elif (path.name, line) in changes:
                    cells[column] = changes[path.name, line]
                writer.writerow(cells)
                line = reader.line_num + 1
        (target / path.name).write_text(out.getvalue(), encoding="utf-8")


def leaves(dump):
    """The text of each leaf of the structure, and of each page's artefacts."""
    found = {}
    for run in textdump.runs(dump):
        key = run.leaf if run.leaf is not None else f"artefacts of page {run.page}"
        found[key] = found.get(key, "") + run.text
    return found


class Bench:
    """Folders in which editions are changed and built, one for each worker."""

    def __init__(self, bilan, folder):
        self.bilan, self.folder, self.free = bilan, folder, []
        for number in range(os.cpu_count() or 1):
            edition = tool.copy_edition(self._folder(number))
            self.free.append(edition)

    def _folder(self, number):
        path = self.folder / str(number)
        path.mkdir()
        return path

    def build(self, changes):
        edition = self.free.pop()
        try:
            write_changed(tool.SOURCE / "data", edition.parent, changes)
            folder = edition.parent.parent
            facts = tool.run([self.bilan, "facts", "data/2024", "--format", "csv"], check=False, cwd=folder)
            if facts.returncode not in (0, 1):
                sys.exit(f"status {facts.returncode} with {changes}\n{facts.stderr}")
            if facts.returncode == 1:
                return Output(1, [], {}, facts.stderr)
            dump = tool.run([self.bilan, "build", "data/2024", "--to", "text", "-o", "-"], cwd=folder).stdout
            return Output(0, list(csv.DictReader(io.StringIO(facts.stdout))), leaves(dump), facts.stderr)
        finally:
            self.free.append(edition)


def candidates(value):
    """Other values, from nearly the same to quite different: rounding may hide the first, a rule refuse the last."""
    digits = len(value.partition(".")[2])
    number, step = decimal.Decimal(value), decimal.Decimal(1).scaleb(-digits)
    larger = [number * decimal.Decimal(factor) for factor in ("1.04", "1.5", "3")]
    for other in (number + step, number - step, *larger):
        rounded = other.quantize(step)
        if rounded != number and rounded >= 0:
            yield str(rounded)


def place(row):
    return f"{row.file}:{row.line}:"


def stated(fact, name):
    """Whether the ledger says that the fact is this row's."""
    return fact["observed_at"].rpartition("/")[2].startswith(name)


def differing_facts(base, changed):
    return [number for number, (old, new) in enumerate(zip(base.facts, changed.facts)) if (old["text"], old["value"]) != (new["text"], new["value"])]


def name_of(fact):
    return tuple(fact[column] for column in ("entity", "indicator", "period", "kind", "form", "asked_at"))


def draws(row, output):
    """Whether a chart draws the row's figure without printing it."""
    return any(not fact["text"] and stated(fact, place(row)) for fact in output.facts)


def compare_drawn(row, base, changed):
    """The same where a chart draws the figure: its scale and labels may be others, but each fact of the row has another value."""
    values = collections.defaultdict(set)
    for fact in changed.facts:
        values[name_of(fact)].add(fact["value"])
    return [f"page {fact['page']}: {'.'.join(name_of(fact)[:3])} is still {fact['value']}" for fact in base.facts
            if fact["derived"] == "false" and stated(fact, place(row))
            and (not values[name_of(fact)] or fact["value"] in values[name_of(fact)])]


def compare(row, base, changed):
    """What is wrong with what a change changed; empty when all is right."""
    if draws(row, base):
        return compare_drawn(row, base, changed)
    if len(base.facts) != len(changed.facts) or base.leaves.keys() != changed.leaves.keys():
        return [OTHER_SHAPE]
    differing = differing_facts(base, changed)
    wrong = [f"page {fact['page']}: '{fact['text']}' stayed" for number, fact in enumerate(base.facts)
             if number not in differing and fact["derived"] == "false" and stated(fact, place(row))]
    pairs = [(base.facts[number]["text"], changed.facts[number]["text"]) for number in differing]
    texts = [(text, changed.leaves[key]) for key, text in base.leaves.items() if text != changed.leaves[key]]
    for old, new in texts:
        if not any(before in old and after in new for before, after in pairs):
            wrong.append(f"no figure of it changed, but this text did: '{old}' to '{new}'")
    for before, after in pairs:
        if not any(before in old and after in new for old, new in texts):
            wrong.append(f"the ledger has '{after}' for '{before}', but no text shows it")
    return wrong


def half_up(number, digits):
    return number.quantize(decimal.Decimal(1).scaleb(-digits), decimal.ROUND_HALF_UP)


def wrong_derivations(output):
    """Computes changes again from the two figures that the ledger shows elsewhere: (messages, how many were computed)."""
    known = {}
    for fact in output.facts:
        if fact["form"] in ("", "target", "previous") and re.fullmatch(r"-?[\d.]+", fact["value"]):
            known[fact["entity"], fact["indicator"], fact["form"]] = decimal.Decimal(fact["value"])
    wrong, count = [], 0
    for fact in output.facts:
        name = (fact["entity"], fact["indicator"])
        now, before = known.get((*name, "")), known.get((*name, "previous"))
        if now is None or before is None or not re.fullmatch(r"-?[\d.]+", fact["value"]):
            continue
        digits = len(fact["value"].partition(".")[2])
        wanted = {"difference": now - before}
        if before:
            wanted |= {"change": (now - before) / before * 100, "times": now / before}
        if fact["form"] in wanted:
            count += 1
            if half_up(wanted[fact["form"]], digits) != decimal.Decimal(fact["value"]):
                wrong.append(f"page {fact['page']}: {'.'.join(name)}:{fact['form']} is {fact['value']}, from {now} and {before}")
    return wrong, count


def printing_rows(bench, base, rows):
    """The rows that change anything, found by halves."""
    if not rows:
        return []
    output = bench.build({(row.file, row.line): list(candidates(row.cells["value"]))[-1] for row in rows})
    if (output.status, output.facts, output.leaves) == (base.status, base.facts, base.leaves):
        return []
    if len(rows) == 1:
        return rows
    half = len(rows) // 2
    return printing_rows(bench, base, rows[:half]) + printing_rows(bench, base, rows[half:])


def judge(bench, base, row):
    """(what is wrong, number of figures that changed) with the first other value that shows on the page."""
    wrong = ["no other value changed anything"]
    for value in candidates(row.cells["value"]):
        changed = bench.build({(row.file, row.line): value})
        if changed.status:
            wrong = [f"{value} is refused:\n{changed.messages}"]
        elif (changed.facts, changed.leaves) != (base.facts, base.leaves):
            wrong = compare(row, base, changed) + wrong_derivations(changed)[0]
            if not wrong:
                return [], len(differing_facts(base, changed))
    return wrong, 0


def main():
    bilan = tool.program(sys.argv[1])
    with tempfile.TemporaryDirectory() as name, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        bench = Bench(bilan, pathlib.Path(name))
        base = bench.build({})
        if base.status or not base.facts:
            sys.exit(f"data/2024 does not build\n{base.messages}")
        rows = read_rows(tool.SOURCE / "data")
        parts = [rows[start::os.cpu_count() or 1] for start in range(os.cpu_count() or 1)]
        printing = [row for part in pool.map(lambda part: printing_rows(bench, base, part), parts) for row in part]
        failures, recomputed = wrong_derivations(base)
        for row, (wrong, count) in zip(printing, pool.map(lambda row: judge(bench, base, row), printing)):
            print(f"{place(row)} {count} figures changed")
            failures += [f"{place(row)} {line}" for line in wrong]
    silent = {fact["observed_at"].rpartition("/")[2].rpartition(":")[0] + ":" for fact in base.facts if fact["observed_at"]}
    silent -= {place(row) for row in printing} | {place(row) for row in read_missing()}
    failures += [f"{where} the ledger prints this row, but changing it changes nothing" for where in sorted(silent)]
    print(f"{len(rows)} observations, {len(printing)} of them printed; {recomputed} derived figures recomputed")
    for line in failures:
        print(line)
    return 1 if failures or not printing else 0


def read_missing():
    """Rows without a number (N/A, ND)."""
    numbered = {(row.file, row.line) for row in read_rows(tool.SOURCE / "data")}
    found = []
    for path in sorted((tool.SOURCE / "data").glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file)
            next(reader)
            line = 2
            for _ in reader:
                if (path.name, line) not in numbered:
                    found.append(Row(path.name, line, 0, {}))
                line = reader.line_num + 1
    return found


if __name__ == "__main__":
    sys.exit(main())
