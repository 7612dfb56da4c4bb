#!/usr/bin/env python3
"""A page kind is added by one YAML file: a design with `quote.yaml` prints a page of that kind; without it the kind is unknown.

usage: new_page_kind.py BILAN
"""
import pathlib
import sys
import tempfile

import textdump
import tool

KIND = """\
kind: quote
help: One sentence somebody said, and who.
fields:
  title: {type: text, required: true}
  words: {type: text, required: true}
  speaker: {type: text, required: true}
body:
  - column:
      - {text: "${title}", style: title, tag: H2}
      - {text: "${words}", style: body}
      - {text: "${speaker}", style: body}
    at: [100, 120, 700, ~]
    gap: 16
"""
PAGE = """\

  - page: quote
    id: parole
    title: Une parole
    words: Nous avons ouvert **${produits_fast}** services.
    speaker: Une intrapreneuse
"""


def main():
    bilan = tool.program(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        edition = tool.copy_edition(pathlib.Path(name))
        with (edition / "bilan.yaml").open("a", encoding="utf-8") as file:
            file.write(PAGE)
        before = tool.run([bilan, "check", edition], check=False)
        if before.returncode != 1 or "'quote'" not in before.stderr:
            print(f"without the kind's file, expected status 1 and its name; found {before.returncode}\n{before.stderr}")
            return 1
        (edition.parent.parent / "layouts" / "slides-16x9" / "quote.yaml").write_text(KIND, encoding="utf-8")
        found = [f"{piece.element} {piece.text}" for piece in textdump.pieces(tool.dump(bilan, edition))]
    wanted = ["H2 Une parole", "P Nous avons ouvert 16 services.", "P Une intrapreneuse"]
    return 0 if tool.same("the page's texts", wanted, found[-len(wanted):], "wanted", "found") else 1


if __name__ == "__main__":
    sys.exit(main())
