"""The door: sets Gastgeber up on the first run, then goes on inside.

    python3 main.py          plays
    python3 main.py test     runs the tests; further arguments go to pytest
    python3 main.py bundle   makes a folder of the program that needs no Python where it is carried

What the program needs is installed into the folder .venv beside this file, or into the one that the environment
variable GASTGEBER_VENV names; the system's Python is never touched. Any Python may open this file, if only to be told
that it is too old, so it keeps to what all of them can read: no f-strings, no annotations, nothing but what is built
in. Every start pays for what is imported at the top, so what only the set-up needs is imported there.
"""

import os
import sys

OLDEST = (3, 11)
NEWEST_TRIED = (3, 14)
HERE = os.path.dirname(os.path.realpath(__file__))
USUAL_VENV = os.path.join(HERE, ".venv")
VENV = os.path.realpath(os.environ.get("GASTGEBER_VENV") or USUAL_VENV)
STAMP = os.path.join(VENV, "gastgeber-stamp.txt")
HALF_MADE = "half-made"
INSIDE = {"test": "pytest", "bundle": "bundle"}
"""What is no command of the program, and the module that does it."""
NEEDS = {
    "test": ["server", "test"],
    "bundle": ["bundle"],
    "serve": ["server"],
    "trainers": ["server"],
    "database": ["server"],
}
"""What needs more than playing does: the extras of pyproject.toml that are installed when it is first asked for."""


class Trouble(Exception):
    """What was said when a step of the set-up failed; `explained` says what it means."""


def main(arguments):
    # type: (list[str]) -> int
    """Set up what is missing and go on inside; the answer is the exit code."""
    if sys.version_info < OLDEST:
        say(too_old())
        return 2
    wanted = NEEDS.get("".join(arguments[:1]), [])
    try:
        if not is_ready(wanted):
            set_up(wanted)
        return enter(arguments)
    except (Trouble, OSError) as trouble:
        say(explained(str(trouble)))
        return 1
    except KeyboardInterrupt:
        say(_("Stopped. The next start sets right what is half-done."))
        return 130


def say(sentence):
    # type: (str) -> None
    """Tell the person at the keyboard; stdout belongs to the game."""
    sys.stderr.write(sentence + "\n")
    sys.stderr.flush()


def _(sentence, **values):
    # type: (str, object) -> str
    """A sentence in the language of the computer; there is no need of one where everything is ready."""
    speak()
    from game.texts import _ as worded

    return worded(sentence, **values)


def speak():
    # type: () -> None
    """Make the program's own sentences be found, in the language of the computer."""
    if HERE not in sys.path:
        sys.path.insert(0, HERE)
    from game.texts import preferred_language, use_language

    use_language(preferred_language())


# Is everything there? -------------------------------------------------------------------------------------------------


def is_ready(wanted):
    # type: (list[str]) -> bool
    """Whether the environment is complete, up to date and in its place."""
    base, _, kept = kept_stamp().partition("\n")
    return kept == ingredients(tools(wanted)) and os.path.exists(base) and os.path.exists(inner_python())


def ingredients(extras):
    # type: (list[str]) -> str
    """Whatever an environment depends on; the files stand in it word for word, so that no start has to hash them."""
    texts = [read(os.path.join(HERE, name)) for name in ("constraints.txt", "pyproject.toml")]
    return "\n".join([", ".join(["to play"] + extras)] + place() + texts)


def tools(wanted):
    # type: (list[str]) -> list[str]
    """What to install besides the game: what is wanted, and what was before, so that an update takes nothing away."""
    before = "".join(kept_stamp().split("\n")[1:2]).split(", ")
    known = {extra for extras in NEEDS.values() for extra in extras}
    return sorted(extra for extra in known if extra in wanted or extra in before)


def place():
    # type: () -> list[str]
    """Where an environment can live: it survives neither another Python nor a move."""
    version = "{} {}.{} on {}".format(sys.implementation.name, sys.version_info[0], sys.version_info[1], sys.platform)
    return [version, HERE, VENV]


def kept_stamp():
    # type: () -> str
    """The Python the environment was made from, then its ingredients; or that it is half-made; or nothing."""
    try:
        return read(STAMP)
    except (OSError, UnicodeError):
        return ""


def write_stamp(text):
    # type: (str) -> None
    """Note what the environment is."""
    with open(STAMP, "w", encoding="utf-8", errors="surrogateescape") as file:
        file.write(text)


def read(path):
    # type: (str) -> str
    """The text of a file, whatever bytes stand in it."""
    with open(path, encoding="utf-8", errors="surrogateescape") as file:
        return file.read()


def inner_python():
    # type: () -> str
    """The environment's Python."""
    return os.path.join(VENV, "Scripts", "python.exe") if os.name == "nt" else os.path.join(VENV, "bin", "python")


def outer_python():
    # type: () -> str
    """The Python to make an environment from, also when the one running this file lives in an environment itself."""
    return str(getattr(sys, "_base_executable", None) or sys.executable)


# Going in -------------------------------------------------------------------------------------------------------------


def enter(arguments):
    # type: (list[str]) -> int
    """Become the game, or what else is wanted; where a process cannot become another, pass its exit code on."""
    apart = [INSIDE[name] for name in arguments[:1] if name in INSIDE]
    module = apart + arguments[1:] if apart else ["game"] + arguments
    command = [inner_python(), "-P", "-m"] + module
    if apart:
        os.chdir(HERE)
    if os.name != "nt":
        os.execve(command[0], command, clean_environment())
    import subprocess

    child = subprocess.Popen(command, env=clean_environment())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            continue  # the child hears it too, and decides


def clean_environment():
    # type: () -> dict[str, str]
    """The environment variables, without those that lead a Python astray to the packages of another."""
    astray = ("PYTHONHOME", "PYTHONPATH", "PYTHONEXECUTABLE", "PYTHONPLATLIBDIR", "VIRTUAL_ENV", "__PYVENV_LAUNCHER__")
    return {name: value for name, value in os.environ.items() if name not in astray}


# Setting up -----------------------------------------------------------------------------------------------------------


def set_up(wanted):
    # type: (list[str]) -> None
    """Make the environment or bring it up to date, one start at a time."""
    import time

    door = os.open(os.path.join(HERE, "main.py"), os.O_RDONLY)
    try:
        wait_for_lock(door)
        if is_ready(wanted):
            return  # another start did it meanwhile
        began = time.time()
        extras = tools(wanted)
        if is_sound():
            say(_("Bringing Gastgeber up to date in {folder}", folder=VENV))
            install(extras)
        else:
            say(_("Setting Gastgeber up in {folder} (once, for about a minute)", folder=VENV))
            make_anew(extras)
        write_stamp(outer_python() + "\n" + ingredients(extras))
        say(_("Ready after {seconds} s.", seconds=round(time.time() - began)))
    finally:
        os.close(door)


def wait_for_lock(door):
    # type: (int) -> None
    """Lock this very file until it is closed again."""
    import time

    told = False
    while not try_lock(door):
        if not told:
            say(_("Another start is setting Gastgeber up; waiting for it to finish."))
        told = True
        time.sleep(0.2)


def try_lock(door):
    # type: (int) -> bool
    """Whether the lock is ours now."""
    import errno

    try:
        if sys.platform == "win32":
            import msvcrt

            os.lseek(door, 1 << 30, os.SEEK_SET)  # far behind the end, for nobody can read a byte that is locked
            msvcrt.locking(door, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(door, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        # Some network folders know no locks; there it goes on without.
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


def is_sound():
    # type: () -> bool
    """Whether the environment can be built upon: in its place, its Python of the right version, and with pip."""
    import subprocess

    kept = kept_stamp()
    if not os.path.exists(os.path.join(VENV, "pyvenv.cfg")) or (kept and kept.split("\n")[2:5] != place()):
        return False
    ask = "import sys, pip; sys.exit(sys.version_info[:2] != {})".format(tuple(sys.version_info[:2]))
    try:
        return subprocess.call([inner_python(), "-I", "-c", ask], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_anew(extras):
    # type: (list[str]) -> None
    """Make the environment from nothing; one that was finished comes back if its successor cannot be made."""
    import shutil

    if not can_make_environments():
        raise Trouble("ensurepip is not available")
    former = VENV + ".former"
    put_aside(former)
    try:
        os.makedirs(VENV, exist_ok=True)
        write_stamp(HALF_MADE)
        say(_("  making a folder with a Python of its own"))
        # In two steps, for venv hides what ensurepip says when it fails.
        run([outer_python(), "-I", "-m", "venv", "--without-pip", VENV], clean_environment())
        run([inner_python(), "-I", "-m", "ensurepip", "--default-pip"], clean_environment())
        install(extras)
    except BaseException:
        if os.path.exists(former):
            shutil.rmtree(VENV, ignore_errors=True)
            os.rename(former, VENV)
        raise
    shutil.rmtree(former, ignore_errors=True)


def can_make_environments():
    # type: () -> bool
    """Whether this Python has its parts for it, which Debian packs apart."""
    try:
        __import__("ensurepip")
        __import__("venv")
    except ImportError:
        return False
    return True


def put_aside(former):
    # type: (str) -> None
    """Clear the place for a new environment: delete a half-made one, keep any other, touch nothing that is not ours."""
    import shutil

    if not os.path.lexists(VENV) or (os.path.isdir(VENV) and not os.listdir(VENV)):
        return
    looks_made = os.path.exists(os.path.join(VENV, "pyvenv.cfg")) and os.path.realpath(USUAL_VENV) == VENV
    if not os.path.exists(STAMP) and not looks_made:
        raise Trouble("{} is not Gastgeber's".format(VENV))
    if kept_stamp() == HALF_MADE:
        shutil.rmtree(VENV)
    else:
        shutil.rmtree(former, ignore_errors=True)
        os.rename(VENV, former)


def install(extras):
    # type: (list[str]) -> None
    """Let the environment's pip install the program, and what it needs, in the versions of constraints.txt."""
    settings = clean_environment()
    for astray in ("PIP_PREFIX", "PIP_PYTHON", "PIP_ROOT", "PIP_TARGET"):
        settings.pop(astray, None)
    settings.setdefault("PIP_ONLY_BINARY", ":all:")  # a clear "no such package" instead of a compiler's pages
    # What builds the package is held to the same versions; two names, for pip renamed the setting in 25.3.
    settings.update(PIP_CONSTRAINT="constraints.txt", PIP_BUILD_CONSTRAINT="constraints.txt", PIP_USER="0")
    program = ".[" + ",".join(extras) + "]" if extras else "."
    pip = [inner_python(), "-I", "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    run(pip + ["--editable", program], settings)


def run(command, settings):
    # type: (list[str], dict[str, str]) -> None
    """Run a step of the set-up; say in plain sentences how it goes, and why it failed."""
    import subprocess

    said = []
    nothing, pipe, same = subprocess.DEVNULL, subprocess.PIPE, subprocess.STDOUT
    with subprocess.Popen(command, cwd=HERE, env=settings, stdin=nothing, stdout=pipe, stderr=same) as child:
        try:
            for raw in child.stdout or ():
                line = raw.decode("utf-8", "replace").strip()
                said.append(line)
                heed(line)
        except BaseException:
            child.terminate()  # nothing goes on installing behind the player's back
            raise
    if child.returncode:
        raise Trouble("\n".join(said))


def heed(line):
    # type: (str) -> None
    """Say in plain words what a line of pip's means, where it means anything to a player."""
    import re

    wheel = re.match(r"(?:Downloading|Using cached) (?:\S*/)?([^/\s-]+)-([^-]+)-\S+\.whl( .*)?$", line)
    if wheel:
        package = "{} {}{}".format(wheel.group(1).replace("_", "-"), wheel.group(2), wheel.group(3) or "")
        say(_("  fetching {package}", package=package))
    elif line.startswith("Installing collected packages:") and "gastgeber" in line:
        write_stamp(HALF_MADE)  # from here on the environment is not what its stamp says
        say(_("  packages to install: {count}", count=line.count(",") + 1))
    elif "Retrying" in line:
        say(_("  the network does not answer; trying again"))


# What can go wrong ----------------------------------------------------------------------------------------------------


def explained(said):
    # type: (str) -> str
    """What went wrong and what to type, told from what was said about it."""
    speak()
    from game.texts import set_up as texts

    return texts.explained(
        said, typed=typed(os.path.basename(sys.executable or "python3")), venv=VENV, python=outer_python()
    )


def typed(python):
    # type: (str) -> str
    """The command that was typed, to be typed again."""
    return " ".join([python] + sys.argv)


def too_old():
    # type: () -> str
    """That this Python is too old, and what to type instead."""
    said = "Gastgeber needs Python {}.{} or newer; this one is ".format(*OLDEST) + sys.version.split()[0] + "."
    newer = newer_python()
    if newer:
        return said + " There is a newer one on this computer. Type:\n    " + typed(newer)
    if os.name == "nt":
        mends = ["winget install Python.Python.3.13", typed("py -3.13")]
    elif sys.platform == "darwin":
        mends = ["brew install python@3.13", typed("python3.13")]
    else:
        mends = ["sudo apt install python3.13 python3.13-venv", typed("python3.13")]
    return said + " Get one from https://www.python.org/downloads/, or type:\n    " + "\n    ".join(mends)


def newer_python():
    # type: () -> str
    """The command of a Python on this computer that is new enough, or nothing."""
    import subprocess

    names = ["python{}.{}".format(OLDEST[0], minor) for minor in range(NEWEST_TRIED[1], OLDEST[1] - 1, -1)]
    for name in ["py -3"] if os.name == "nt" else names:
        ask = name.split() + ["-c", "import sys; sys.exit(sys.version_info < {})".format(OLDEST)]
        with open(os.devnull, "w") as nowhere:
            try:
                # It is started, not only looked for: a name on PATH may be an empty shell.
                if subprocess.call(ask, stdout=nowhere, stderr=nowhere) == 0:
                    return name
            except OSError:
                continue
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
