#!/usr/bin/env python3
"""The installed program, from any folder and wherever the prefix is moved, needs nothing but what was installed with it.

usage: installed.py CMAKE BUILD_FOLDER BILAN
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
WANTED = ["bin/bilan", "share/locale/fr/LC_MESSAGES/bilan.mo", "share/bash-completion/completions/bilan",
          "share/zsh/site-functions/_bilan", "share/man/man1/bilan.1", "share/man/man1/bilan-build.1",
          "share/doc/bilan/README.md", "share/doc/bilan/LICENSE"]
SHARED = ("layouts", "fonts", "data")


def run(command, **options):
    return subprocess.run([str(word) for word in command], capture_output=True, check=False, **options)


def must(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")
    print(f"ok: {what}")


def install(cmake, build, prefix):
    done = run([cmake, "--install", build, "--prefix", prefix])
    must(done.returncode == 0, f"cmake --install --prefix\n{done.stderr.decode() if done.returncode else ''}".rstrip())


def check_files(prefix):
    missing = [name for name in WANTED if not (prefix / name).is_file()]
    for name in SHARED:
        for file in sorted((SOURCE / name).rglob("*")):
            if file.is_file() and not (prefix / "share/bilan" / name / file.relative_to(SOURCE / name)).is_file():
                missing.append(f"share/bilan/{name}/{file.relative_to(SOURCE / name)}")
    must(not missing, f"every file is installed {missing or ''}".rstrip())


class Elsewhere:
    """A folder that knows nothing of the source folder: a copy of the data, and an empty place to work in."""

    def __init__(self, folder, prefix):
        self.here = folder / "here"
        self.here.mkdir()
        shutil.copytree(prefix / "share/bilan/data", folder / "data")
        self.edition = "../data/2024"

    def build(self, program, environment=None):
        output = self.here / "out.pdf"
        output.unlink(missing_ok=True)
        done = run([program, "build", self.edition, "-o", "out.pdf"], cwd=self.here, env=environment or {})
        if done.returncode or not output.exists():
            print(done.stderr.decode(), file=sys.stderr)
            return b""
        return output.read_bytes()


def check_language(program, here):
    english = run([program, "--help"], cwd=here, env={}).stdout
    french = run([program, "--help"], cwd=here, env={"LANGUAGE": "fr", "LC_ALL": "C.UTF-8"}).stdout
    must(b"Usage" in english and french and french != english, "messages are translated")


def main():
    cmake, build, bilan = sys.argv[1], os.path.abspath(sys.argv[2]), os.path.abspath(sys.argv[3])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prefix = folder / "prefix"
        install(cmake, build, prefix)
        check_files(prefix)
        elsewhere = Elsewhere(folder, prefix)
        expected = elsewhere.build(prefix / "bin/bilan")
        must(expected.startswith(b"%PDF"), "builds in another folder with an empty environment")
        reference = folder / "reference.pdf"
        run([bilan, "build", SOURCE / "data/2024", "-o", reference], env={})
        must(reference.read_bytes() == expected, "writes the bytes that the build tree's program writes")
        (folder / "link").symlink_to(prefix / "bin/bilan")
        must(elsewhere.build("../link") == expected, "builds when started through a symbolic link")
        must(elsewhere.build("bilan", {"PATH": str(prefix / "bin")}) == expected, "builds when found by way of PATH")
        check_language(prefix / "bin/bilan", elsewhere.here)
        schema = run([prefix / "bin/bilan", "new", "--schema"], cwd=elsewhere.here, env={})
        must(schema.returncode == 0 and schema.stdout.startswith(b"{"), "prints the schema without any data folder")
        example = run([prefix / "bin/bilan", "check", prefix / "share/bilan/data/2024"], cwd=elsewhere.here, env={})
        must(example.returncode == 0, "accepts the installed example")
        prefix.rename(folder / "moved")
        must(elsewhere.build(folder / "moved/bin/bilan") == expected, "builds after the prefix was moved")
        staged = run([cmake, "--install", build], env={**os.environ, "DESTDIR": str(folder / "stage")})
        programs = list((folder / "stage").rglob("bin/bilan"))
        must(staged.returncode == 0 and len(programs) == 1, "cmake --install with DESTDIR")
        must(elsewhere.build(programs[0]) == expected, "builds from the staged folder")
    return 0


if __name__ == "__main__":
    sys.exit(main())
