"""Run every check that a change must pass: lint, format, types, the import contract, the tests.

`python -m tests` is the one command for people and for CI. It stops at nothing, prints
what each check says, and exits 1 if any failed. Arguments are handed to pytest.
"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CHECKS = (
    ("lint", ["ruff", "check", "."]),
    ("format", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("imports", ["lint-imports"]),
)


def run(name: str, command: list[str]) -> bool:
    """Run one check from the root of the repository; whether it passed."""
    print(f"== {name}: {' '.join(command)}", flush=True)
    return subprocess.run(command, cwd=ROOT, check=False).returncode == 0


def main() -> int:
    """Run all checks, the tests last, and answer with the exit code."""
    tools = Path(sys.executable).parent
    passed = [run(name, [str(tools / command[0]), *command[1:]]) for name, command in CHECKS]
    passed.append(run("tests", [sys.executable, "-m", "pytest", *sys.argv[1:]]))
    return 0 if all(passed) else 1


if __name__ == "__main__":
    sys.exit(main())
