"""What is wrong with the data, and what is to be looked at."""

from claim_tracker.checks.run import Examined, Sought, examine

__all__ = ["Examined", "Sought", "examine"]
