"""The numpy network against arithmetic written out one step at a time."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from arnews.recognizers.features import CODES, SHAPES, Rows
from arnews.recognizers.network import BiLstm, Network, pack

TAGS = ("O", "B-PERSON", "I-PERSON", "B-LOC", "I-LOC", "B-ORG", "I-ORG")


def weights(rng: np.random.Generator, width: int = 5, hidden: int = 4, phrase: int = 2) -> dict[str, np.ndarray]:
    extra = CODES + SHAPES
    lower = width + 3 + extra
    draw = lambda *shape: rng.normal(size=shape).astype(np.float32)
    out = {
        "letters": draw(20, 6),
        "filters.weight": draw(3, 6, 3),
        "filters.bias": draw(3),
        "out.weight": draw(2 * hidden, len(TAGS)),
        "out.bias": draw(len(TAGS)),
        "transitions": draw(len(TAGS) + 1, len(TAGS)),
    }
    for name, size in (("lower", lower), ("upper", 2 * hidden + phrase)):
        out |= {
            f"{name}.inputs": draw(size, 8 * hidden) / 3,
            f"{name}.bias": draw(8 * hidden),
            f"{name}.recurrent": draw(2, hidden, 4 * hidden) / 2,
        }
    return out


def sigmoid_of_double(x: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-2 * x))


def slow_lstm(layer: BiLstm, x: np.ndarray) -> np.ndarray:
    h = layer.size
    sides = []
    for side, order in ((0, range(len(x))), (1, range(len(x) - 1, -1, -1))):
        state, cell, out = np.zeros(h), np.zeros(h), np.zeros((len(x), h))
        for t in order:
            gates = x[t] @ layer.inputs[:, side * 4 * h : (side + 1) * 4 * h] + layer.bias[side * 4 * h : (side + 1) * 4 * h]
            gates = gates + state @ layer.recurrent[side]
            enter, keep, give, new = np.split(gates, 4)
            cell = sigmoid_of_double(keep) * cell + sigmoid_of_double(enter) * np.tanh(new)
            state = sigmoid_of_double(give) * np.tanh(cell)
            out[t] = state
        sides.append(out)
    return np.concatenate(sides, axis=1)


@pytest.mark.parametrize("lengths", [[6, 4, 4, 1], [1], [3, 3]])
def test_a_batch_gives_what_each_sentence_alone_gives(lengths: list[int]) -> None:
    rng = np.random.default_rng(0)
    layer = BiLstm(weights(rng), "upper")
    x = rng.normal(size=(sum(lengths), layer.inputs.shape[0])).astype(np.float32)
    got = layer.run(layer.project(x), np.arange(len(x)), pack(np.array(lengths)))
    at = 0
    for n in lengths:
        np.testing.assert_allclose(got[at : at + n], slow_lstm(layer, x[at : at + n]), atol=1e-5)
        at += n


def test_letter_filters_read_three_letters_at_a_time() -> None:
    rng = np.random.default_rng(1)
    w = weights(rng)
    letters = np.array([[3, 4, 0, 0], [5, 6, 7, 8]])
    rows = Rows(np.zeros((2, 0), dtype=np.float32), letters, np.zeros((2, 0), dtype=np.float32))
    embedded = np.pad(w["letters"][letters], ((0, 0), (1, 1), (0, 0)))
    slow = np.stack([sum(embedded[:, p + k] @ w["filters.weight"][k] for k in range(3)) + w["filters.bias"] for p in range(4)], axis=1)
    np.testing.assert_allclose(Network(w, TAGS).word_inputs(rows), np.maximum(slow.max(axis=1), 0), atol=1e-5)


def test_best_path_and_marginals_agree_with_all_paths_counted() -> None:
    rng = np.random.default_rng(2)
    network = Network(weights(rng), TAGS)
    moves = network._moves
    lengths = [4, 3, 1]
    emissions = rng.normal(size=(sum(lengths), len(TAGS))).astype(np.float32)
    tags, sure = network.decode(emissions, pack(np.array(lengths)))
    at = 0
    for n in lengths:
        e = emissions[at : at + n]
        paths = list(product(range(len(TAGS)), repeat=n))
        totals = np.array(
            [moves[-1, p[0]] + sum(e[i, p[i]] for i in range(n)) + sum(moves[p[i], p[i + 1]] for i in range(n - 1)) for p in paths]
        )
        best = paths[int(totals.argmax())]
        assert tuple(tags[at : at + n]) == best
        share = np.exp(totals - totals.max())
        for i in range(n):
            expected = share[[p[i] == best[i] for p in paths]].sum() / share.sum()
            assert sure[at + i] == pytest.approx(expected, abs=1e-4)
        at += n
