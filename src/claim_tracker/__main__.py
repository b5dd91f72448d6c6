"""The entrance of the `tracker` command, and of `python -m claim_tracker`."""

import sys

from claim_tracker.exits import INTERRUPTED


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word from its first moment on."""
    try:
        from claim_tracker.cli.main import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    sys.exit(status)


if __name__ == "__main__":
    main()
