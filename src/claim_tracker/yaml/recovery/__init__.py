"""Reading on after a fault of syntax: where it is, what may mend it, and what is left out."""
