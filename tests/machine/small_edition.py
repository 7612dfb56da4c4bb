"""A small edition to fail on: that of the text cases, in a folder of its own."""
import pathlib
import shutil

SOURCE = pathlib.Path(__file__).resolve().parents[2]


def make_edition(folder):
    """Fills `folder` with data/, layouts/ and fonts/; "out" is where results go."""
    shutil.copytree(SOURCE / "tests/cases/base", folder, dirs_exist_ok=True)
    (folder / "fonts").symlink_to(SOURCE / "fonts")
    (folder / "out").mkdir()
