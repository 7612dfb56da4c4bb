#!/usr/bin/env python3
"""Man pages and completions name the commands and options that the program's own help names, and no others.

usage: interface.py BILAN
"""
import pathlib
import re
import shutil
import subprocess
import sys

SOURCE = pathlib.Path(__file__).resolve().parents[2]
MAN = SOURCE / "src/app/man"
BASH = SOURCE / "src/app/completion/bilan.bash"
ZSH = SOURCE / "src/app/completion/_bilan"
OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")
EVERYWHERE = {"--help", "--version"}


def help_text(bilan, *words):
    done = subprocess.run([bilan, *words, "--help"], env={}, capture_output=True, text=True, check=True)
    return done.stdout


def commands_of(bilan):
    listed = help_text(bilan).split("Commands:\n")[1].split("\n\n")[0]
    return [line.split()[0] for line in listed.splitlines()]


def options_of(bilan, command):
    """Each option with all its spellings and what it takes: {("-o", "--output"): "FILE"}."""
    found = {}
    for line in help_text(bilan, command).split("Options:\n")[1].splitlines():
        names = line[2:].strip().split("  ")[0]
        words = names.replace(",", "").split()
        spelled = tuple(word for word in words if word.startswith("-"))
        found[spelled] = " ".join(word for word in words if not word.startswith("-"))
    return found


def choices_of(bilan, command):
    """What the usage line says that an option chooses from: {"--to": {"pdf", …}}."""
    usage = help_text(bilan, command).splitlines()[0]
    return {name: set(words.split("|")) for name, words in re.findall(r"(--[a-z]+) ([a-z0-9]+(?:\|[a-z0-9]+)+)", usage)}


def plain(roff):
    """A line of a man page without its markup."""
    text = re.sub(r"^\.(BR|BI|RB|RI|IR|IB|B|I|TP|SH) ?", "", roff)
    text = re.sub(r"\\f[RIB]", "", text)
    return text.replace('"', "").replace("\\-", "-")


def man_options(command):
    """The heads of the paragraphs of a page's OPTIONS."""
    section, found, previous = "", {}, ""
    for line in (MAN / f"bilan-{command}.1").read_text(encoding="utf-8").splitlines():
        if line.startswith(".SH"):
            section = line[4:]
        elif section == "OPTIONS" and previous == ".TP":
            words = plain(line).replace(",", " ").split()
            found[tuple(word for word in words if word.startswith("-"))] = " ".join(
                word for word in words if not word.startswith("-"))
        previous = line
    return found


def bash_completion(*words):
    script = f"source '{BASH}'; COMP_WORDS=({' '.join(repr(word) for word in words)}); " \
             f"COMP_CWORD={len(words) - 1}; _bilan; printf '%s\\n' \"${{COMPREPLY[@]}}\""
    done = subprocess.run(["bash", "--norc", "-c", script], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def zsh_block(command):
    block = re.search(rf"^    {command}\)\n(.*?)^        ;;", ZSH.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    return block[1].splitlines() if block else []


def zsh_choices(command, option):
    lines = [line for line in zsh_block(command) if f",{option}}}" in line]
    return set(re.findall(r":\(([a-z0-9 ]+)\)'", lines[0])[0].split()) if lines else set()


def zsh_options(command):
    found = set()
    for line in zsh_block(command):
        spelled = re.sub(r"\[.*", "", re.sub(r"'\([^)]*\)'?", "", line))
        found |= set(OPTION.findall(spelled.replace("{", " ").replace(",", " ").replace("}", " ")))
    return found


def zsh_commands():
    return re.findall(r"^        '([a-z]+):", ZSH.read_text(encoding="utf-8"), re.MULTILINE)


class Comparison:
    def __init__(self):
        self.failed = False

    def same(self, name, ours, theirs):
        if ours == theirs:
            print(f"{name}: {len(ours)} the same")
            return
        self.failed = True
        print(f"{name}: different\n  the program's help: {ours}\n  there:              {theirs}")


def main():
    bilan = str(pathlib.Path(sys.argv[1]).resolve())
    compare = Comparison()
    commands = commands_of(bilan)
    pages = sorted(page.name for page in MAN.glob("*.1"))
    compare.same("man pages", sorted(["bilan.1", *(f"bilan-{command}.1" for command in commands)]), pages)
    overview = plain((MAN / "bilan.1").read_text(encoding="utf-8"))
    compare.same("commands of bilan.1", set(commands), set(re.findall(r"^\.BR bilan-([a-z]+)", overview, re.MULTILINE)))
    compare.same("commands, bash", set(commands) | EVERYWHERE, bash_completion("bilan", ""))
    compare.same("commands, zsh", commands, zsh_commands())
    for command in commands:
        options = options_of(bilan, command)
        spelled = {name for names in options for name in names}
        compare.same(f"{command}, man page", options, man_options(command))
        compare.same(f"{command}, bash", spelled, bash_completion("bilan", command, "-"))
        compare.same(f"{command}, zsh", spelled, zsh_options(command))
        for name, choices in choices_of(bilan, command).items():
            compare.same(f"{command} {name}, bash", choices, bash_completion("bilan", command, name, ""))
            compare.same(f"{command} {name}, zsh", choices, zsh_choices(command, name))
    if shutil.which("zsh"):
        subprocess.run(["zsh", "-n", str(ZSH)], check=True)
    return 1 if compare.failed else 0


if __name__ == "__main__":
    sys.exit(main())
