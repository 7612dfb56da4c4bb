#!/usr/bin/env python3
"""The same edition gives the same bytes in another folder, time zone, locale and umask, on another day's clock, for another user.

usage: same_bytes.py BILAN
"""
import hashlib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

import tool


def build(bilan, edition, out, environment=None, prefix=(), cwd=None):
    tool.run([*prefix, bilan, "build", edition, "-o", out], env={**os.environ, **(environment or {})}, cwd=cwd)
    return hashlib.sha256(pathlib.Path(out).read_bytes()).hexdigest()


def other_user():
    """Words to put before a command so that it runs as another user; empty where that takes rights we lack."""
    if os.geteuid() == 0 and shutil.which("setpriv"):
        return ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")
    return ()


def usable_by_other(bilan, prefix):
    return subprocess.run([*prefix, bilan, "--version"], capture_output=True, check=False).returncode == 0


def main():
    bilan = tool.program(sys.argv[1])
    with tempfile.TemporaryDirectory() as first, tempfile.TemporaryDirectory(prefix="à l’abri ") as second:
        one, two = pathlib.Path(first), pathlib.Path(second)
        copy = tool.copy_edition(two)
        shutil.copytree(tool.SOURCE / "fonts", two / "own-fonts")
        found = {
            "as is": build(bilan, tool.SOURCE / "data" / "2024", one / "a.pdf"),
            "again": build(bilan, tool.SOURCE / "data" / "2024", one / "b.pdf"),
            "other folder, bilan.yaml named": build(bilan, copy / "bilan.yaml", two / "c.pdf"),
            "relative names": build(bilan, "data/2024", two / "d.pdf", cwd=two),
            "other time zone": build(bilan, copy, two / "e.pdf", {"TZ": "Pacific/Kiritimati"}),
            "LC_ALL=C": build(bilan, copy, two / "f.pdf", {"LC_ALL": "C"}),
            "LC_ALL=C.UTF-8, French messages": build(bilan, copy, two / "g.pdf", {"LC_ALL": "C.UTF-8", "LANGUAGE": "fr"}),
            "SOURCE_DATE_EPOCH": build(bilan, copy, two / "h.pdf", {"SOURCE_DATE_EPOCH": "1"}),
        }
        prefix = other_user()
        if prefix and usable_by_other(bilan, prefix):
            for folder in (two, two / "own-fonts"):
                folder.chmod(0o755)
            (two / "out").mkdir()
            (two / "out").chmod(0o777)
            (two / "fonts").unlink()
            (two / "own-fonts").rename(two / "fonts")
            found["other user"] = build(bilan, copy, two / "out" / "i.pdf", {"HOME": "/nonexistent"}, prefix)
    for name, digest in found.items():
        print(f"{digest}  {name}")
    return 0 if len(set(found.values())) == 1 else 1


if __name__ == "__main__":
    sys.exit(main())
