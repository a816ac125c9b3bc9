"""Names: whether two of them belong to the same party, how sure that is, and why."""

from klartecken.core.names.explain import Contribution, Explanation, explain
from klartecken.core.names.score import score_pairs

__all__ = ["Contribution", "Explanation", "explain", "score_pairs"]
