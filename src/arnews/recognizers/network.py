"""The tagger's arithmetic in numpy: letter filters, two BiLSTM layers, a CRF. Nothing here changes after loading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from arnews.recognizers.features import Rows

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Packed:
    """Sentences laid out by time step, the longest first, so that each step works on a prefix of the batch."""

    forward: Ints  # [words]: word of the call at each place, read from the left
    backward: Ints  # the same read from the right
    active: Ints  # [steps]: sentences that still run at each step
    starts: Ints  # [steps]: where a step begins


def pack(lengths: Ints) -> Packed:
    """Lay out sentences whose words stand one after another; all lengths are above 0 and fall or stay equal."""
    firsts = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    steps = int(lengths[0])
    active = (lengths[None, :] > np.arange(steps)[:, None]).sum(axis=1)
    starts = np.concatenate([[0], np.cumsum(active)[:-1]])
    forward = np.concatenate([firsts[:n] + k for k, n in enumerate(active)])
    backward = np.concatenate([firsts[:n] + lengths[:n] - 1 - k for k, n in enumerate(active)])
    return Packed(forward, backward, active, starts)


class BiLstm:
    """One bidirectional layer. Input, forget and output gates were halved on export: one tanh serves all four gates."""

    def __init__(self, weights: Mapping[str, npt.NDArray[np.generic]], name: str) -> None:
        self.inputs = weights[f"{name}.inputs"].astype(np.float32)  # [width, 2 * 4h]
        self.bias = weights[f"{name}.bias"].astype(np.float32)
        self.recurrent = weights[f"{name}.recurrent"].astype(np.float32)  # [2, h, 4h]
        self.size = self.recurrent.shape[1]

    def project(self, x: Floats) -> Floats:
        """What the words give to the gates, both directions side by side."""
        return x @ self.inputs + self.bias

    def run(self, projected: Floats, rows: Ints, packed: Packed) -> Floats:
        """Outputs ``[words, 2h]``; ``rows`` says which row of ``projected`` each word reads."""
        h = self.size
        gates = np.empty((2, len(rows), 4 * h), dtype=np.float32)
        gates[0] = projected[rows[packed.forward], : 4 * h]
        gates[1] = projected[rows[packed.backward], 4 * h :]
        out = np.empty((2, len(rows), h), dtype=np.float32)
        state = np.zeros((2, int(packed.active[0]), h), dtype=np.float32)
        cell = np.zeros_like(state)
        for start, n in zip(packed.starts.tolist(), packed.active.tolist(), strict=True):
            g = gates[:, start : start + n]
            if start:
                g += np.matmul(state[:, :n], self.recurrent)
            np.tanh(g, out=g)
            g[..., : 3 * h] *= 0.5
            g[..., : 3 * h] += 0.5
            cell = cell[:, :n]
            cell *= g[..., h : 2 * h]
            cell += g[..., :h] * g[..., 3 * h :]
            state = np.tanh(cell)
            state *= g[..., 2 * h : 3 * h]
            out[:, start : start + n] = state
        joined = np.empty((len(rows), 2 * h), dtype=np.float32)
        joined[packed.forward, :h] = out[0]
        joined[packed.backward, h:] = out[1]
        return joined


class Network:
    """From rows of features to tags and how sure each is."""

    def __init__(self, weights: Mapping[str, npt.NDArray[np.generic]], tags: Sequence[str]) -> None:
        self.tags = tuple(tags)
        letters = weights["letters"].astype(np.float32)
        kernels = weights["filters.weight"].astype(np.float32)  # [3, letter width, filters]
        # Each letter's part in each place of the filters, so that a word needs three look-ups a letter and no product.
        self._spelled = np.einsum("lw,kwf->lkf", letters, kernels)
        self._filter_bias = weights["filters.bias"].astype(np.float32)
        self.lower = BiLstm(weights, "lower")
        self.upper = BiLstm(weights, "upper")
        self.out = weights["out.weight"].astype(np.float32)
        self.out_bias = weights["out.bias"].astype(np.float32)
        self._moves = weights["transitions"].astype(np.float32)  # [tags + 1, tags], the last row opens a sentence
        # The best path alone needs sums; the marginals multiply.
        self._odds = np.exp(np.maximum(self._moves, -60.0)) * (self._moves > -1e3)

    def word_inputs(self, rows: Rows) -> Floats:
        """``[distinct words, width]``."""
        at = self._spelled[rows.letters]  # [n, long, 3, filters]
        total = np.tile(self._filter_bias, (*rows.letters.shape, 1))
        total[:, 1:] += at[:, :-1, 0]
        total += at[:, :, 1]
        total[:, :-1] += at[:, 1:, 2]
        spelled = np.maximum(total.max(axis=1), 0.0)
        return np.concatenate([rows.vectors, spelled, rows.extra], axis=1)

    def emissions(self, rows: Rows, index: Ints, beside: Floats, packed: Packed) -> Floats:
        """Scores ``[words, tags]``; ``index`` says which distinct word each word is, ``beside`` is what the upper layer reads too."""
        lower = self.lower.run(self.lower.project(self.word_inputs(rows)), index, packed)
        upper_in = np.concatenate([lower, beside], axis=1)
        upper = self.upper.run(self.upper.project(upper_in), np.arange(len(index)), packed)
        return upper @ self.out + self.out_bias

    def decode(self, emissions: Floats, packed: Packed) -> tuple[Ints, Floats]:
        """Best tag of each word, on the best path of its sentence, and that tag's marginal probability."""
        laid = emissions[packed.forward]
        tags = self._viterbi(laid, packed)
        marginals = self._marginals(laid, packed)
        sure = marginals[np.arange(len(tags)), tags]
        out_tags, out_sure = np.empty_like(tags), np.empty_like(sure)
        out_tags[packed.forward] = tags
        out_sure[packed.forward] = sure
        return out_tags, out_sure

    def _viterbi(self, laid: Floats, packed: Packed) -> Ints:
        starts, active = packed.starts.tolist(), packed.active.tolist()
        steps = len(active)
        moves = self._moves[:-1].T  # [to, from]
        best = laid[: active[0]] + self._moves[-1]
        last = best.copy()
        back = []
        for start, n in zip(starts[1:], active[1:], strict=True):
            options = best[:n, None, :] + moves
            came = options.argmax(axis=2)
            best = np.take_along_axis(options, came[:, :, None], axis=2)[:, :, 0] + laid[start : start + n]
            back.append(came)
            last[:n] = best
        tags = np.empty(len(laid), dtype=np.int64)
        current = last.argmax(axis=1)
        for k in range(steps - 1, -1, -1):
            n = active[k]
            tags[starts[k] : starts[k] + n] = current[:n]
            if k:
                current[:n] = back[k - 1][np.arange(n), current[:n]]
        return tags

    def _marginals(self, laid: Floats, packed: Packed) -> Floats:
        """Forward-backward in probabilities, each step scaled to sum to one."""
        starts, active = packed.starts.tolist(), packed.active.tolist()
        odds = self._odds[:-1]
        emitted = np.exp(laid - laid.max(axis=1, keepdims=True))
        ahead = np.empty_like(emitted)
        step = emitted[: active[0]] * self._odds[-1]
        for k, (start, n) in enumerate(zip(starts, active, strict=True)):
            if k:
                step = (step[:n] @ odds) * emitted[start : start + n]
            step = step / step.sum(axis=1, keepdims=True)
            ahead[start : start + n] = step
        behind = np.ones_like(emitted)
        for k in range(len(active) - 2, -1, -1):
            n, start = active[k + 1], starts[k + 1]
            step = (emitted[start : start + n] * behind[start : start + n]) @ odds.T
            behind[starts[k] : starts[k] + n] = step / step.sum(axis=1, keepdims=True)
        both: Floats = ahead * behind
        both /= both.sum(axis=1, keepdims=True)
        return both
