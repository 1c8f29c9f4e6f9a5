"""Maps for the tests of the page."""

from __future__ import annotations

POOL = """
argmap: 1
title: The pool
question: Should the pool close?
sources:
  survey: {title: A survey of swimmers, author: M. Field, url: "https://example.org/survey"}
  ledger: {title: The ledger}
claims:
  - claim: The pool should close.
    id: close
    label: Close it
    because:
      - claim: It costs too much.
        id: cost
        label: Too dear
        by: the treasurer
        tags: money/yearly
        note: Prices of last year.
        warrant: A town need not keep what it cannot pay for
        because:
          - evidence: It lost a million crowns.
            id: million
            label: A million lost
            cite: ledger, page 9
            quote: one million
            tags: money
          - ref: old
        unless:
          - claim: Bathing is worth any price.
            id: worth
            label: Worth it
            by: the swimmers
            because: Many learned to swim there.
      - all:
          - claim: The building is old.
            id: old
            label: Old walls
          - claim: Old buildings fall down.
            implicit: true
    but:
      - claim: Swimmers have nowhere else to go.
        id: nowhere
        label: Nowhere else
        by: the swimmers
        cite: survey, question 2
        url: https://example.org/pools
        but:
          - claim: "The new hall in Übersee opens in May."
            id: hall
            label: A new hall
            scheme: argument-from-sign
            strength: 0.5
"""
"""Steps, groups, undercutters, a reference, tags, speakers, sources: something of everything."""

SHARED = """
argmap: 1
title: Shared
claims:
  - claim: Top
    because:
      - claim: Left
        because:
          - claim: Shared
            id: shared
            because: Deep
      - claim: Right
        because:
          - ref: shared
"""
"""A statement under two others."""

RING = """
argmap: 1
title: A ring
claims:
  - claim: Top
    id: top
    because:
      - claim: Left
        because:
          - claim: Low
            because:
              - ref: top
"""
"""A thesis that rests on itself."""
