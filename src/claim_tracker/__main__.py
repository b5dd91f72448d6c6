"""The entrance of the `tracker` command, and of `python -m claim_tracker`."""

import gc
import sys

from claim_tracker.exits import INTERRUPTED

# A command ends before garbage in cycles matters, and to look for it takes a tenth of its time:
# while it runs, and once more when the interpreter ends.
gc.disable()


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word from its first moment on."""
    try:
        from claim_tracker.cli.main import run

        status = run(sys.argv[1:])
    except KeyboardInterrupt:
        status = INTERRUPTED
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
