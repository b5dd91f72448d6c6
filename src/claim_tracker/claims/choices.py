"""By what claims can be put in order and counted, in the order in which people are shown it.

Apart from what does so, since the options of commands need these words alone.
"""

from typing import Literal, get_args

Order = Literal["urgency", "due", "status", "id", "stated"]
By = Literal["speaker", "organisation", "source", "topic", "kind", "place", "tag"]
ScoreOrder = Literal["claims", "kept", "overdue", "name"]

ORDERS: tuple[Order, ...] = get_args(Order)
SCORED_BY: tuple[By, ...] = get_args(By)
SCORE_ORDERS: tuple[ScoreOrder, ...] = get_args(ScoreOrder)
