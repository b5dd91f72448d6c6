"""The entrance of the `tracker` command, and of `python -m claim_tracker`."""

import gc
import os

from claim_tracker.io import faults
from claim_tracker.io.signals import end_at_once

# No plugin of another package takes part in what is valid; to look for some takes time.
os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
# A command ends before garbage in cycles matters, and to look for it takes a tenth of its time:
# while it runs, and once more when the interpreter ends.
gc.disable()


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word from its first moment on."""
    end_at_once()
    import sys

    try:
        from claim_tracker.cli.main import run

        status = run(sys.argv[1:])
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        status = faults.report(error)
    gc.freeze()
    sys.exit(status)


if __name__ == "__main__":
    main()
