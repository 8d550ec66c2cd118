"""Whether a case plays well: a file for each rule, and what runs them.

What keeps a file from being a scenario the loader has told; the rules look at cases that can be read. A rule is a
module with `check(case)`, which gives its findings; `rules.py` lists them. Wordings stand in
game/texts/check_findings.py, and each code has a page in docs/diagnostics whose examples the tests run.
"""

from game.trainer.check.case import Case
from game.trainer.check.examining import examine, examine_case

__all__ = ["Case", "examine", "examine_case"]
