"""Compiled loops that read a model of boosted trees, whole or split up by feature."""

import numpy as np

from klartecken.core.names.compiled import compiled
from klartecken.core.names.loops_words import Array


@compiled
def log_odds(features: Array, roots: Array, nodes: Array, values: Array) -> float:
    """Sum over all trees of the leaf that the features lead to.

    A node is (feature, left, right); a leaf has feature -1. `values` holds a node's threshold and its mean outcome.
    """
    total = 0.0
    for tree in range(roots.shape[0]):
        node = roots[tree]
        feature = nodes[node, 0]
        while feature >= 0:
            node = nodes[node, 1] if features[feature] <= values[node, 0] else nodes[node, 2]
            feature = nodes[node, 0]
        total += values[node, 1]
    return total


@compiled
def contributions(features: Array, roots: Array, nodes: Array, values: Array) -> Array:
    """What each feature added to the log-odds; the last number is what the model holds before it has seen anything.

    On the way down a tree, the change of the mean outcome at a step belongs to the feature that decided the step,
    so that all contributions and the start add up to `log_odds`.
    """
    out = np.zeros(features.shape[0] + 1)
    for tree in range(roots.shape[0]):
        node = roots[tree]
        out[features.shape[0]] += values[node, 1]
        feature = nodes[node, 0]
        while feature >= 0:
            following = nodes[node, 1] if features[feature] <= values[node, 0] else nodes[node, 2]
            out[feature] += values[following, 1] - values[node, 1]
            node = following
            feature = nodes[node, 0]
    return out


@compiled
def log_odds_of_all(features: Array, roots: Array, nodes: Array, values: Array) -> Array:
    """The log-odds of each row of features."""
    out = np.empty(features.shape[0])
    for row in range(features.shape[0]):
        out[row] = log_odds(features[row], roots, nodes, values)
    return out
