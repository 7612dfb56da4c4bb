#!/usr/bin/env python3
"""The JSON Schema of bilan.yaml takes what the program takes, and refuses what it refuses.

usage: schema.py BILAN
"""
import copy
import datetime
import json
import os
import pathlib
import subprocess
import sys
import tempfile

try:
    import jsonschema
    import yaml
except ImportError as error:
    print(f"SKIPPED: no {error.name}. What it would show is NOT tested.", file=sys.stderr)
    sys.exit(77)

SOURCE = pathlib.Path(__file__).resolve().parents[2]
CASES = SOURCE / "tests/cases/base"


def run(bilan, *words, environment=None, cwd=SOURCE):
    return subprocess.run([bilan, *map(str, words)], cwd=cwd, env=environment or {}, capture_output=True, text=True,
                          encoding="utf-8", check=False)


def schema_of(bilan, *words):
    done = run(bilan, "new", "--schema", *words)
    if done.returncode:
        sys.exit(done.stderr)
    schema = json.loads(done.stdout)
    jsonschema.Draft7Validator.check_schema(schema)
    return schema


def as_json(value):
    """YAML knows days, JSON does not."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime.date) else value


def faults(schema, edition):
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:120]}"
            for error in jsonschema.Draft7Validator(schema).iter_errors(as_json(edition))]


def load(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def page(edition, kind):
    return next(page for page in edition["pages"] if page["page"] == kind)


def rename(record, old, new):
    record[new] = record.pop(old)


# What an author may get wrong in the edition of tests/cases/base, and where the schema must say so.
MISTAKES = {
    "an edition without its title": (lambda e: e.pop("title"), ""),
    "a field that the edition does not have": (lambda e: e.update(publised="2025-03-15"), ""),
    "a day that is none": (lambda e: e.update(published="15 mars 2025"), "published"),
    "a year that is none": (lambda e: e.update(edition="deux mille"), "edition"),
    "an unknown language": (lambda e: e.update(language="de"), "language"),
    "an unknown page kind": (lambda e: page(e, "cover").update(page="covre"), "pages/0/page"),
    "a page without its kind": (lambda e: page(e, "cover").pop("page"), "pages/0"),
    "a field with a typing error": (lambda e: rename(page(e, "words"), "text", "txet"), "pages/1"),
    "a list where text is meant": (lambda e: page(e, "words").update(text=["a"]), "pages/1/text"),
    "an id with a space": (lambda e: page(e, "words").update(id="le réseau"), "pages/1/id"),
    "an unknown figure": (lambda e: page(e, "figures")["rows"].append("agnets"), "pages/2/rows/4"),
    "an unknown entity": (lambda e: page(e, "figures")["rows"].append("ateleir.dossiers"), "pages/2/rows/4"),
    "a period that is none": (lambda e: page(e, "figures")["rows"].append("agents@hier"), "pages/2/rows/4"),
    "an unknown highlight": (lambda e: e.update(highlights=["servicse"]), "highlights/0"),
}


def check_mistakes(bilan, folder):
    schema = schema_of(bilan, folder / "data/2024")
    path = folder / "data/2024/bilan.yaml"
    good = load(path)
    wrong = []
    if faults(schema, good):
        wrong.append(f"the edition itself: {faults(schema, good)}")
    for name, (spoil, place) in MISTAKES.items():
        edition = copy.deepcopy(good)
        spoil(edition)
        found = faults(schema, edition)
        if not any(fault.startswith(place + ":") for fault in found):
            wrong.append(f"{name}: expected a fault at '{place}', found {found}")
        path.write_text(json.dumps(as_json(edition)), encoding="utf-8")
        if run(bilan, "check", folder / "data/2024").returncode != 1:
            wrong.append(f"{name}: the program takes it")
    return wrong


def check_forms(bilan, folder):
    """What the program takes besides: includes, periods, a title that is a number."""
    schema = schema_of(bilan, folder / "data/2024")
    edition = load(CASES / "data/2024/bilan.yaml")
    edition["title"] = 2024
    edition["pages"].append({"include": "more.yaml"})
    page(edition, "figures")["rows"] += ["agents@2023", "agents@previous", "atelier.dossiers@2024"]
    return [f"taken by the program: {fault}" for fault in faults(schema, edition)]


def check_editions(bilan):
    wrong = []
    for edition in sorted((SOURCE / "data").glob("*/bilan.yaml")):
        schema = schema_of(bilan, edition.parent)
        wrong += [f"{edition.relative_to(SOURCE)}: {fault}" for fault in faults(schema, load(edition))]
    return wrong


def check_design(bilan, folder):
    """Each kind has its definition and its help; an edition from the template fits."""
    wrong = []
    design = folder / "layouts/mini"
    schema = schema_of(bilan, folder / "data", "--layout", "mini")
    kinds = {file.stem for file in design.glob("*.yaml")} - {"theme", "parts"}
    found = {name[5:] for name in schema["definitions"] if name.startswith("kind-")}
    if kinds != found:
        wrong.append(f"kinds {sorted(kinds)}, but definitions {sorted(found)}")
    for name in found:
        if schema["definitions"][f"kind-{name}"]["title"] != name:
            wrong.append(f"kind-{name} has another title")
    made = run(bilan, "new", "2031", "--template", "mini", cwd=folder)
    if made.returncode or made.stdout != "data/2031\n":
        wrong.append(f"--template: {made.returncode} {made.stdout}{made.stderr}")
    else:
        edition = load(folder / "data/2031/bilan.yaml")
        if {page["page"] for page in edition["pages"]} != kinds:
            wrong.append("the template has not a page of each kind")
        if edition["title"] != load(folder / "data/programme.yaml")["name"] + " ${edition}":
            wrong.append(f"the template's title: {edition['title']}")
        wrong += [f"the template: {fault}" for fault in faults(schema, edition)]
    return wrong


def check_same_bytes(bilan):
    plain = run(bilan, "new", "--schema", "data/2024").stdout
    french = run(bilan, "new", "--schema", "data/2024", environment={"LANGUAGE": "fr", "LC_ALL": "C.UTF-8"}).stdout
    return [] if plain and plain == french else ["the schema depends on the language"]


def main():
    bilan = os.path.abspath(sys.argv[1])
    wrong = check_editions(bilan) + check_same_bytes(bilan)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for part in ("data", "layouts"):
            subprocess.run(["cp", "-r", CASES / part, folder / part], check=True)
        (folder / "fonts").symlink_to(SOURCE / "fonts")
        wrong += check_design(bilan, folder) + check_forms(bilan, folder) + check_mistakes(bilan, folder)
    print("\n".join(wrong) or f"the schema fits; {len(MISTAKES)} mistakes found")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
