"""What the whole-document tests share: running the program and comparing lists."""
import difflib
import os
import pathlib
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
SKIPPED = 77


def run(command, check=True, **options):
    done = subprocess.run([str(word) for word in command], capture_output=True, text=True, encoding="utf-8", check=False,
                          **options)
    if check and done.returncode:
        sys.exit(f"status {done.returncode} from {' '.join(map(str, command))}\n{done.stdout}{done.stderr}")
    return done


def dump(bilan, edition):
    return run([bilan, "build", edition, "--to", "text", "-o", "-"]).stdout


def copy_edition(folder):
    """A copy of the data and designs in `folder`; gives the copied edition."""
    for name in ("data", "layouts"):
        shutil.copytree(SOURCE / name, folder / name)
    (folder / "fonts").symlink_to(SOURCE / "fonts")
    return folder / "data" / "2024"


def require(program):
    if not shutil.which(program):
        print(f"SKIPPED: no {program}. What it would show is NOT tested.", file=sys.stderr)
        sys.exit(SKIPPED)


def same(name, ours, theirs, ours_name="--to text", theirs_name="read back"):
    """Prints where two lists of lines differ; true when they do not."""
    if ours == theirs:
        print(f"{name}: {len(ours)} the same")
        return True
    print(f"{name}: different")
    for line in difflib.unified_diff(ours, theirs, ours_name, theirs_name, lineterm="", n=2):
        print("  " + ascii_spaces(line))
    return False


def ascii_spaces(text):
    """Makes the spaces that look alike tell themselves apart."""
    return text.replace("\u00a0", "<U+00A0>").replace("\u202f", "<U+202F>").replace("\u00ad", "<U+00AD>")


def program(argument):
    return os.path.abspath(argument)
