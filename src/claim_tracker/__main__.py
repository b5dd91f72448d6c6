"""The entrance of the `tracker` command, and of `python -m claim_tracker`."""

from claim_tracker.interrupts import end_at_once


def main() -> None:
    """Run the command line; Ctrl-C ends it without a word from its first moment on."""
    end_at_once()
    import sys

    from claim_tracker.cli.main import run

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
