"""Compiled loops that read a model of boosted trees, whole or split up by feature.

A node is (feature, next when the feature is at most the threshold, next when it is more); a leaf leads to itself.
`values` holds a node's threshold and its mean outcome, `depths` the steps from each root to its farthest leaf.
"""

import numpy as np

from klartecken.core.names.compiled import compiled
from klartecken.core.names.loops_words import Array


@compiled
def add_trees(
    features: Array, chosen: Array, roots: Array, depths: Array, nodes: Array, values: Array, totals: Array
) -> None:
    """Adds what the trees say of the chosen rows of features to their totals.

    One tree is read for all rows before the next: it stays at hand, and the rows don't wait for each other.
    """
    for tree in range(roots.shape[0]):
        root, depth = roots[tree], depths[tree]
        for at in range(chosen.shape[0]):
            row = chosen[at]
            node = root
            for _ in range(depth):
                node = nodes[node, 1 + (features[row, nodes[node, 0]] > values[node, 0])]
            totals[row] += values[node, 1]


@compiled
def contributions(features: Array, roots: Array, nodes: Array, values: Array) -> Array:
    """What each feature added to the log-odds; the last number is what the model holds before it has seen anything.

    On the way down a tree, the change of the mean outcome at a step belongs to the feature that decided the step, so
    that all contributions and the start add up to the log-odds.
    """
    out = np.zeros(features.shape[0] + 1)
    for tree in range(roots.shape[0]):
        node = roots[tree]
        out[features.shape[0]] += values[node, 1]
        while nodes[node, 1] != node:
            feature = nodes[node, 0]
            following = nodes[node, 1 + (features[feature] > values[node, 0])]
            out[feature] += values[following, 1] - values[node, 1]
            node = following
    return out
