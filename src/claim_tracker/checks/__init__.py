"""What is wrong with the data, and what is worth a look."""

from claim_tracker.checks.run import Examined, examine

__all__ = ["Examined", "examine"]
