"""How many random examples a test tries: few in the ordinary run, as many as one likes by hand.

`GASTGEBER_EXAMPLES=5000 python3 main.py test tests/session` tries 5,000 in each such test.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

__all__ = ["examples"]


def examples(ordinarily: int) -> settings:
    """Try so many examples, unless the environment asks for another number."""
    count = int(os.environ.get("GASTGEBER_EXAMPLES", ordinarily))
    slow = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
    return settings(max_examples=count, deadline=None, suppress_health_check=slow)
