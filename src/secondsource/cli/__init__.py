"""The command line. Each command goes through `secondsource.case` and nothing else."""

import sys


def main() -> None:
    """Run the program; errors of its own become a message of two lines and an exit code."""
    from secondsource.errors import SecondsourceError  # noqa: PLC0415  --help must not wait for the program

    from .app import app  # noqa: PLC0415  the same

    try:
        app()
    except SecondsourceError as error:
        print(f"secondsource: {error}", file=sys.stderr)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
