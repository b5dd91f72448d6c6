"""A file of two claims with each kind of part, for tests of slips in it."""

HEAD = """\
version: 1
sources:
  one: {url: https://example.org/1, published: 2025-08-18}
  two:
    url: https://example.org/2
    published: 2025-08-18
places:
  port: {name: Port}
"""
FIRST = """\
  - id: first
    claim: The port closes.
    kind: commitment
    speaker: A. Minister
    source: one
    quantity:
      value: 2
      unit: ships
    places:
      - port
"""
SECOND = """\
  - id: second
    claim: The port opens.
    kind: prediction
    speaker: A. Minister
    source: two
    related: [first]
    updates:
      - date: 2025-10-05
        outcome: failed
        source: one
"""
FILE = f"{HEAD}claims:\n{FIRST}{SECOND}"
